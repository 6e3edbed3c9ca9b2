package pagelife.reports.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pagelife.reports.junit.PagelifeAssertions.assertAsExpected;
import static pagelife.reports.junit.PagelifeAssertions.assertBroken;
import static pagelife.reports.junit.PagelifeAssertions.assertHolds;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Invariant;
import pagelife.models.Rule;
import pagelife.reports.ask.Ask;
import pagelife.reports.outcome.Misasked;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Assertions pass where they should, and where they do not they say all that is known. */
class PagelifeAssertionsTest {
    private static final Rule<Boolean> LOCKED = Rule.flag("locked", "the update is one step", true);
    private static final String LOST = """
            both count: %s

              a                                  b
              -                                  -
                                                 read
              read
              write back
                                                 write back

            Broken: what both did is counted twice. 4 steps.""".indent(0).stripTrailing();

    /** An update that is one step, or two. */
    private static final class Update implements Study {
        private final boolean wrong;

        Update(boolean wrong) {
            this.wrong = wrong;
        }

        @Override
        public void outline(Outline outline) {
            outline.rule(LOCKED)
                    .variant("locked", "in one step")
                    .variant("racy", "in two steps", LOCKED.is(false))
                    .expect("locked", row -> wrong ? row.violated("both count", 3) : row.size(4, 4))
                    .expect("racy", row -> wrong ? row : row.violated("both count", 4));
        }

        @Override
        public void draft(Draft d) {
            Cell<Integer> refs = d.cell("refs", 0);
            for (String task : new String[] {"a", "b"}) {
                if (d.rule(LOCKED)) {
                    d.task(task).step("u update", now -> now.change(refs, n -> n + 1));
                } else {
                    d.task(task)
                            .step("r read", now -> now.hand(now.read(refs)))
                            .step("w write back", Integer.class, (now, seen) -> now.write(refs, seen + 1));
                }
            }
            d.whenever("both count", "what both did is counted twice", d.finished("a", "b"), s -> s.read(refs) == 2);
        }
    }

    private static Ask racy() {
        return Ask.about(new Update(false)).variant("racy");
    }

    @Test
    void whatHoldsPasses() {
        assertHolds(new Update(false));
        assertHolds(new Update(false), "both count");
    }

    @Test
    void whatIsBrokenFailsWithTheTextForACommitMessage() {
        assertEquals(LOST.formatted("VIOLATED in 4 steps"), message(() -> assertHolds(racy())));
    }

    @Test
    void whatIsBrokenInSoManyStepsPasses() {
        assertBroken(racy(), "both count", 4);
    }

    @Test
    void whatIsBrokenInOtherStepsFails() {
        assertEquals(
                LOST.formatted("expected VIOLATED in 3 steps, found VIOLATED in 4 steps"),
                message(() -> assertBroken(racy(), "both count", 3)));
    }

    @Test
    void whatHoldsIsNotBroken() {
        assertEquals(
                "both count: expected VIOLATED in 4 steps, found HOLDS",
                message(() -> assertBroken(new Update(false), "both count", 4)));
    }

    @Test
    void whatIsExpectedPasses() {
        assertAsExpected(new Update(false));
    }

    @Test
    void whatIsNotExpectedFailsRowByRow() {
        assertEquals(
                "Update/locked, both count: expected VIOLATED in 3, found HOLDS\n\n"
                        + LOST.replace(
                                "both count: %s", "Update/racy, both count: expected HOLDS, found VIOLATED in 4"),
                message(() -> assertAsExpected(new Update(true))));
    }

    @Test
    void aModelAndAClaimAreEnough() {
        ModelBuilder m = Model.builder("counter");
        Cell<Integer> count = m.cell("count", 0);
        m.task("a").step("u up", now -> now.change(count, n -> n + 1));
        Invariant low = Invariant.always("low", "the count is at most 0", s -> s.read(count) <= 0);
        Model model = m.build();

        assertBroken(model, low, 1);
        assertHolds(model, Invariant.always("lower", "the count is at most 1", s -> s.read(count) <= 1));
    }

    @Test
    void aClaimThatThereIsNotIsNoFailure() {
        Misasked thrown = assertThrows(Misasked.class, () -> assertHolds(new Update(false), "both counts"));

        assertEquals(
                "unknown property both counts: nearest is both count; ./check list Update shows all",
                thrown.getMessage());
    }

    private static String message(Runnable assertion) {
        return assertThrows(AssertionFailedError.class, assertion::run).getMessage();
    }
}
