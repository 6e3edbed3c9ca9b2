package pagelife.checker.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** Four actors that each count to 9, and a claim about which of them have an odd count. */
class PartTest {
    private record Counting() implements Control {}

    private final AtomicInteger runs = new AtomicInteger();
    private final Seq<Cell<Integer>> counts;
    private final Model model;

    /* Twenty states are audited at the beginning, the first four of them four times. */
    private static final int AUDITS = 20 + 4 * 3;

    PartTest() {
        ModelBuilder builder = Model.builder("counters");
        counts = Vector.range(0, 4).map(i -> {
            Cell<Integer> count = builder.cell("count" + i, Integer.class, 0);
            builder.actor("counter" + i, Counting.class, new Counting())
                    .step("up", "", Source.NONE, Counting.class, (at, view) -> {
                        int now = view.read(count);
                        if (now == 9) {
                            return view.waits();
                        }
                        view.write(count, now + 1);
                        return at;
                    });
            return count;
        });
        model = builder.build();
    }

    private int runsOf(Invariant claim) {
        var result = Checker.check(model, Vector.of(claim), Options.DEFAULT.withAuditEvery(0));
        assertEquals(Verdict.HOLDS, result.findings().head().verdict());
        assertEquals(10_000, result.counts().states());
        return runs.get() - AUDITS;
    }

    private boolean claim(Seq<Integer> odd) {
        runs.incrementAndGet();
        return odd.sum().intValue() <= 4;
    }

    private Seq<Integer> wholes(View view) {
        return counts.map(count -> view.read(count) % 2);
    }

    private Seq<Integer> parts(View view) {
        return counts.map(count -> view.read(count, value -> value % 2));
    }

    /* Every state is another path. */
    @Test
    void aClaimThatReadsValuesRunsForEachOfThem() {
        assertEquals(10_000, runsOf(Invariant.always("odd", "", view -> claim(wholes(view)))));
    }

    /* Even or odd, four times: 16 paths. */
    @Test
    void aClaimThatReadsPartsRunsForEachOfThoseOnly() {
        assertEquals(16, runsOf(Invariant.always("odd", "", view -> claim(parts(view)))));
    }

    /* 16 paths to the last count, where the ten values differ again. */
    @Test
    void wholeValuesAfterPartsAreToldApart() {
        Invariant claim = Invariant.always("odd", "", view -> claim(parts(view)) && view.read(counts.last()) < 10);
        assertEquals(8 * 10, runsOf(claim));
    }

    /* One path of the step serves even counts, another odd ones; the claim is about the counts themselves. */
    @Test
    void aClaimAboutAStepSeesValuesOfWhichTheStepReadAPart() {
        ModelBuilder builder = Model.builder("parity");
        Cell<Integer> count = builder.cell("count", Integer.class, 0);
        Cell<Boolean> even = builder.cell("even", Boolean.class, true);
        builder.actor("counter", Counting.class, new Counting())
                .step("up", "", Source.NONE, Counting.class, (at, view) -> {
                    int now = view.read(count);
                    if (now == 9) {
                        return view.waits();
                    }
                    view.write(count, now + 1);
                    return at;
                });
        builder.actor("watcher", Counting.class, new Counting())
                .step("look", "", Source.NONE, Counting.class, (at, view) -> {
                    view.write(even, view.read(count, value -> value % 2) == 0);
                    return at;
                });
        StepProperty below =
                new StepProperty("below", "", step -> !step.step().id().equals("look") || step.before(count) < 5);
        StepProperty read =
                new StepProperty("read", "", step -> !step.step().id().equals("look") || step.hasRead(count));
        Result result = Checker.check(builder.build(), Vector.of(below, read), Options.DEFAULT.withAuditEvery(1));
        Finding broken = result.findings().head();
        assertEquals(Verdict.VIOLATED, broken.verdict());
        assertEquals(6, broken.trace().get().length());
        assertEquals(Verdict.HOLDS, result.findings().last().verdict());
    }
}
