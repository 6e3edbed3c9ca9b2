package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Now;
import pagelife.checker.model.View;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;

/** Models of a dozen states, as an author's first one is: none is too small to be audited, whatever the options say. */
class ImpureSmallModelTest {
    private static int statically;

    static Iterable<Configuration> configurations() {
        return Configuration.ALL;
    }

    private static void requireNoticed(
            Configuration configuration, Consumer<Now> step, Predicate<View> claim, String... said) {
        ModelBuilder builder = Model.builder("small");
        Cell<Integer> turns = builder.cell("turns", 0);
        Cell<Integer> other = builder.cell("other", 0);
        builder.task("alice").forever().step("a1", now -> {
            now.await(now.read(turns) < 6);
            now.change(turns, n -> n + 1);
            step.accept(now);
        });
        builder.task("bob").forever().step("b1", now -> now.change(other, n -> 1 - n));
        Model model = builder.build();
        ModelException thrown = assertThrows(
                ModelException.class,
                () -> Checker.check(
                        model,
                        Vector.<Property>of(Invariant.always("claim", "", claim)),
                        configuration.options().withAuditEvery(0)));
        for (String text : said) {
            assertTrue(thrown.getMessage().contains(text), thrown.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aCounterInAFieldIsNoticed(Configuration configuration) {
        AtomicInteger counter = new AtomicInteger();
        requireNoticed(
                configuration,
                now -> {
                    if (counter.getAndIncrement() % 2 == 1) {
                        now.finish();
                    }
                },
                view -> true,
                "alice",
                "remove clocks, statics, randomness");
    }

    private record Told() implements Event {}

    @ParameterizedTest
    @MethodSource("configurations")
    void aStaticIsNoticed(Configuration configuration) {
        statically = 0;
        requireNoticed(
                configuration,
                now -> {
                    if (statically++ % 3 == 1) {
                        now.finish();
                    }
                },
                view -> true,
                "alice",
                "remove clocks, statics, randomness");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void randomnessIsNoticed(Configuration configuration) {
        Random random = new Random(1);
        requireNoticed(
                configuration,
                now -> {
                    if (random.nextBoolean()) {
                        now.finish();
                    }
                },
                view -> true,
                "alice",
                "remove clocks, statics, randomness");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void theClockIsNoticed(Configuration configuration) {
        AtomicLong clock = new AtomicLong(); // one that moves on by 3 whenever it is read: the real one may stand still
        requireNoticed(
                configuration,
                now -> {
                    if (clock.getAndAdd(3) / 4 % 2 == 1) {
                        now.finish();
                    }
                },
                view -> true,
                "alice",
                "remove clocks, statics, randomness");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aClaimThatCountsIsNoticed(Configuration configuration) {
        AtomicInteger asked = new AtomicInteger();
        requireNoticed(configuration, now -> {}, view -> asked.getAndIncrement() % 2 == 0, "property claim");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aViewThatIsKeptForLaterIsNoticed(Configuration configuration) {
        AtomicReference<Now> kept = new AtomicReference<>();
        requireNoticed(
                configuration,
                now -> {
                    Now before = kept.getAndSet(now);
                    if (before != null) {
                        before.tell(new Told());
                    }
                },
                view -> true,
                "a view is used after the step or claim that it was given to has ended");
    }
}
