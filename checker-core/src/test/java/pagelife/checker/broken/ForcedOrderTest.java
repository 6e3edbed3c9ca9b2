package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Grouping;
import pagelife.checker.search.Options;

/**
 * Several workers share a level, the visited set and what is known of the model's code; here one of them is slow,
 * throws, or finds that nobody wants to know any more, at a chosen execution of the model's code or of the question
 * whether to go on: at each in turn, so that every order comes about in which it matters, and not those only that a
 * repetition happens to meet.
 */
class ForcedOrderTest {
    private static final int MOST = 4;

    /** Every step reads all cells, so that the code of each of the three runs in each of 125 states. */
    private static final int EXECUTIONS = 3 * 125;

    /** A search with the workers of a test. */
    private record Search(int threads, Grouping grouping) {
        Options options() {
            return Options.DEFAULT.withThreads(threads).withGrouping(grouping).withAuditEvery(0);
        }
    }

    static Stream<Search> searches() {
        return Stream.of(new Search(2, Grouping.NEVER), new Search(4, Grouping.NEVER), new Search(4, Grouping.ALWAYS));
    }

    /**
     * Three counts to 4, each counted by a task. Who executes code says so to {@code executed}, by the number of the
     * execution.
     */
    private static Result check(IntConsumer executed, Options options) {
        AtomicInteger executions = new AtomicInteger();
        ModelBuilder builder = Model.builder("counts");
        Vector<Cell<Integer>> counts = Vector.of("a", "b", "c").map(name -> builder.cell(name, 0));
        for (Cell<Integer> own : counts) {
            builder.task("task " + own.name()).forever().step("count", now -> {
                counts.forEach(now::read);
                executed.accept(executions.incrementAndGet());
                now.await(now.read(own) < MOST);
                now.change(own, n -> n + 1);
            });
        }
        return Checker.check(
                builder.build(),
                Vector.<Property>of(
                        Invariant.always(
                                "below 7", "a claim that is broken early", view -> sum(counts.map(view::read)) < 7),
                        Invariant.always("below 13", "a claim that holds", view -> sum(counts.map(view::read)) < 13),
                        NoDeadlock.strict()),
                options);
    }

    private static int sum(Vector<Integer> numbers) {
        return numbers.sum().intValue();
    }

    private static Result plain() {
        return check(number -> {}, Options.DEFAULT.withAuditEvery(0));
    }

    /** What is said, of whichever model: each search has one of its own. */
    private static Seq<String> told(Result result) {
        return result.findings().map(ForcedOrderTest::told);
    }

    private static String told(Finding finding) {
        return finding.property().name() + " " + finding.verdict() + " "
                + finding.trace().map(Trace::steps);
    }

    private static IntStream moments() {
        return IntStream.iterate(1, number -> number < EXECUTIONS, number -> number + 11);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSlowWorkerChangesNothing(Search search) {
        Result plain = plain();
        moments().forEach(slow -> {
            AtomicInteger latest = new AtomicInteger();
            Result result = check(
                    number -> {
                        latest.accumulateAndGet(number, Math::max);
                        if (number == slow) {
                            letOthersGoOn(latest, number + 12);
                        }
                    },
                    search.options());
            assertEquals(told(plain), told(result), "slow at " + slow);
            assertEquals(plain.counts(), result.counts(), "slow at " + slow);
        });
    }

    /** Waits until others have come so far, or for as long as they need where they wait for this one. */
    private static void letOthersGoOn(AtomicInteger latest, int far) {
        long end = System.nanoTime() + Duration.ofMillis(30).toNanos();
        while (latest.get() < far && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /**
     * What was found may be told, by a trace as short as can be, though of a level that was not finished perhaps by
     * another one of the same length; that a claim holds may not.
     */
    private static void assertNothingFalse(Result plain, Result result, String when) {
        assertTrue(result.stop() != Stop.COMPLETE, when + ": " + result.stop());
        for (Finding finding : result.findings().reject(one -> one.verdict() == Verdict.UNDECIDED)) {
            String what = when + ": " + finding.property().name();
            Trace whole = plain.finding(finding.property().name()).get().trace().get();
            assertEquals(Verdict.VIOLATED, finding.verdict(), what);
            assertEquals(whole.length(), finding.trace().get().length(), what);
            Agreement.requireTrace(finding.property(), finding.trace().get(), what);
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aWorkerThatFindsTheHeapFullEndsTheSearchAndNoClaimHolds(Search search) {
        Result plain = plain();
        moments()
                .forEach(full -> assertNothingFalse(
                        plain,
                        check(
                                number -> {
                                    if (number == full) {
                                        throw new OutOfMemoryError("pretended");
                                    }
                                },
                                search.options()),
                        "full at " + full));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aWorkerThatDiesEndsTheSearchWithoutAnAnswer(Search search) {
        moments()
                .forEach(dead -> assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () -> assertThrows(
                                InternalError.class,
                                () -> check(
                                        number -> {
                                            if (number == dead) {
                                                throw new InternalError("pretended");
                                            }
                                        },
                                        search.options()),
                                "dead at " + dead)));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchThatNobodyWantsAnyMoreSaysWhatItHas(Search search) {
        Result plain = plain();
        AtomicInteger asked = new AtomicInteger();
        check(number -> {}, search.options().withInterrupted(() -> asked.incrementAndGet() < 0));
        assertTrue(asked.get() > 5, "asked " + asked);
        IntStream.range(0, Math.min(asked.get() - 1, 40)).forEach(last -> {
            AtomicInteger questions = new AtomicInteger();
            Result result =
                    check(number -> {}, search.options().withInterrupted(() -> questions.incrementAndGet() > last));
            if (result.stop() == Stop.COMPLETE) {
                assertEquals(told(plain), told(result), "after question " + last);
            } else {
                assertNothingFalse(plain, result, "after question " + last);
            }
        });
    }

    /** The caller is interrupted while a worker sits in the model's code. */
    @Test
    void aCallerThatIsInterruptedComesBack() {
        Thread caller = Thread.currentThread();
        Result result = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Thread inner = Thread.currentThread();
            return check(
                    number -> {
                        if (number == 40) {
                            inner.interrupt();
                            letOthersGoOn(new AtomicInteger(), 1);
                        }
                    },
                    new Search(4, Grouping.NEVER).options());
        });
        assertEquals(Stop.INTERRUPTED, result.stop());
        assertTrue(result.findings().forAll(finding -> finding.verdict() != Verdict.HOLDS));
        assertTrue(!caller.isInterrupted());
    }
}
