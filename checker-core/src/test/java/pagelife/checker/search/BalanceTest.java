package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Balance;
import pagelife.checker.property.Invariant;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;

/** A claim that sums are 0: asked only of states that a step may have brought out of balance. */
class BalanceTest {
    private static final int COINS = 300;

    /** Coins that go from one heap to the other, one by one; a thief may take one in the end. */
    private static final class Heaps {
        final Model model;
        final Cell<Integer> left;
        final Cell<Integer> right;
        final Cell<Boolean> night;

        Heaps(boolean thief) {
            ModelBuilder builder = Model.builder("heaps");
            left = builder.cell("left", Integer.class, COINS);
            right = builder.cell("right", Integer.class, 0);
            night = builder.cell("night", Boolean.class, false);
            builder.task("carrier").step("carry", now -> {
                if (now.read(left) == 0) {
                    now.write(night, true);
                    now.end();
                } else {
                    now.change(left, coins -> coins - 1);
                    now.change(right, coins -> coins + 1);
                    now.stay();
                }
            });
            if (thief) {
                builder.task("thief").step("steal", now -> {
                    now.await(now.read(night));
                    now.change(right, coins -> coins - 1);
                    now.end();
                });
            }
            model = builder.build();
        }

        Balance.Sum coins() {
            return Balance.Sum.NOTHING.plus(left, Integer::intValue).plus(right, Integer::intValue);
        }
    }

    private static Finding check(Heaps heaps, Balance balance) {
        Result result = Checker.check(
                heaps.model,
                Vector.of(Invariant.balanced("no coin is lost", "", balance)),
                Options.DEFAULT.withAuditEvery(0));
        return result.findings().head();
    }

    @Test
    void aSumThatEveryStepKeepsIsHardlyEverAsked() {
        Heaps heaps = new Heaps(false);
        AtomicInteger asked = new AtomicInteger();
        Balance balance = new Balance(Vector.of(heaps.coins().minus(view -> {
            asked.incrementAndGet();
            return COINS;
        })));
        assertEquals(Verdict.HOLDS, check(heaps, balance).verdict());
        assertTrue(asked.get() < COINS / 2, asked + " times: at the start, and when it is audited");
    }

    @Test
    void aStepThatChangesASumIsFoundAsEver() {
        Heaps heaps = new Heaps(true);
        Finding finding = check(heaps, new Balance(Vector.of(heaps.coins().minus(view -> COINS))));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(COINS + 2, finding.trace().get().length());
    }

    /* What is left of a sum is no share of one cell: it is looked at, and asked again when it may be another. */
    @Test
    void whatNoCellCountsAloneIsAskedWhereItChanges() {
        Heaps heaps = new Heaps(false);
        Finding finding =
                check(heaps, new Balance(Vector.of(heaps.coins().minus(view -> view.read(heaps.night) ? 0 : COINS))));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(COINS + 1, finding.trace().get().length());
    }

    @Test
    void aBalanceThatIsBrokenAtTheStartIsBrokenInNoStep() {
        Heaps heaps = new Heaps(false);
        Finding finding = check(heaps, new Balance(Vector.of(heaps.coins())));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(0, finding.trace().get().length());
    }

    /* The other sum is 0 all the time: they do not make up for each other. */
    @Test
    void eachSumIsLookedAtByItself() {
        Heaps heaps = new Heaps(false);
        Finding finding = check(
                heaps,
                new Balance(Vector.of(
                        Balance.Sum.NOTHING.plus(heaps.left, coins -> coins - COINS),
                        Balance.Sum.NOTHING.plus(heaps.right, Integer::intValue))));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(1, finding.trace().get().length());
    }
}
