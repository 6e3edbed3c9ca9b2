package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;

/** A search that the heap ends has not lost what it found before. */
class LostSearchTest {
    static Iterable<Configuration> configurations() {
        return Configuration.ALL;
    }

    /* A count that nothing stops from falling: the claim is broken at -1, and at -9 there is no memory left. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aCounterexampleOutlivesTheHeap(Configuration configuration) {
        ModelBuilder builder = Model.builder("runs away");
        Cell<Integer> refs = builder.cell("refs", 1);
        builder.task("put").forever().step("p1 put", now -> {
            if (now.change(refs, n -> n - 1) == -9) {
                throw new OutOfMemoryError("pretended");
            }
        });
        Result result = Checker.check(
                builder.build(),
                Vector.<Property>of(
                        Invariant.always("INV-5", "no put below zero", view -> view.read(refs) >= 0),
                        Invariant.always("all", "nothing", view -> true)),
                configuration.options());
        Finding broken = result.finding("INV-5").get();
        assertEquals(Verdict.VIOLATED, broken.verdict());
        assertEquals(2, broken.trace().get().length());
        assertEquals(Stop.MEMORY, result.stop());
        assertEquals(Verdict.UNDECIDED, result.finding("all").get().verdict());
        assertTrue(result.finding("all").get().remark().contains("the heap is full"));
    }
}
