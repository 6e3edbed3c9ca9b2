package pagelife.checker.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Script;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.search.Options;

/**
 * A preparer fills a box in three steps; a looker looks, and takes later; a thief takes in between. That the thief puts
 * on gloves first decides nothing.
 */
class StoryTest {
    private final ModelBuilder builder = Model.builder("box");
    private final Cell<Integer> box = builder.cell("box", 0);
    private final Cell<Boolean> gloves = builder.cell("gloves", false);
    private final Cell<Integer> taken = builder.cell("taken", 0);
    private final Trace trace;

    StoryTest() {
        builder.task("preparer")
                .step("p1 open", now -> {})
                .step("p2 fill", now -> now.write(box, 1))
                .step("p3 close", now -> {})
                .leaves(after -> "preparer has put " + after.read(box) + " into the box");
        builder.task("looker")
                .step("l1 look", now -> {
                    now.await(now.read(box) == 1);
                    now.saw("full? yes, %s", now.read(box));
                })
                .step("l2 take", now -> now.change(taken, n -> n + 1))
                .statement("taken++");
        builder.task("thief")
                .step("t1 put on gloves", now -> now.write(gloves, true))
                .step("t2 take", now -> {
                    now.await(now.read(box) == 1);
                    now.write(box, 0);
                    now.change(taken, n -> n + 1);
                });
        Invariant once = Invariant.always("once", "it is taken once", s -> s.read(taken) < 2);
        trace = Checker.check(builder.build(), Vector.of(once), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
    }

    private Story story() {
        return Story.of(trace, Vector.of(new Decisive(taken, trace.length())), Vector.empty());
    }

    private Vector<String> ids() {
        return trace.steps().map(step -> step.step().id()).toVector();
    }

    @Test
    void aTraceHasTheFewestSwitches() {
        assertEquals(Vector.of("p1", "p2", "l1", "t1", "t2", "l2"), ids().toVector());
    }

    @Test
    void aStepSaysWhichWayItsTestWent() {
        assertEquals(
                Vector.of("full? yes, 1"),
                trace.steps().flatMap(TraceStep::said).toVector());
    }

    @Test
    void whatTasksContendForDecides() {
        assertEquals(
                Vector.of("p2", "l1", "t2", "l2"),
                story().decisive().map(step -> ids().get(step - 1)).toVector());
    }

    @Test
    void theOthersAreFolded() {
        assertEquals(
                Vector.of("preparer: open", "thief: put on gloves"),
                story().folds().map(Story.Fold::text).toVector());
        assertEquals(2, story().left());
    }

    @Test
    void eachReadNamesTheWriteThatItSaw() {
        assertTrue(story().links()
                .containsAll(Vector.of(
                        new Story.Link(3, box, Option.some(2)),
                        new Story.Link(5, box, Option.some(2)),
                        new Story.Link(7, taken, Option.some(6)))));
    }

    @Test
    void aReadThatCameTooEarlyIsTold() {
        assertEquals(Vector.of(new Story.Missed(3, box, 5)), story().missed().toVector());
    }

    /** Two cells that are written one after the other, and read one after the other, by what each keeps in mind. */
    private static Seq<String> torn(boolean writesBoth) {
        ModelBuilder builder = Model.builder("torn");
        Cell<Integer> x = builder.cell("x", Integer.class, 0);
        Cell<Integer> y = builder.cell("y", Integer.class, 0);
        Cell<Integer> size = builder.cell("size", Integer.class, 1);
        Cell<Integer> seen = builder.cell("seen", Integer.class, 0);
        Script writer = builder.task("writer").step("w1 x", now -> now.write(x, 1));
        if (writesBoth) {
            writer.step("w2 rest", now -> {}).step("w3 y", now -> now.write(y, 1));
        }
        builder.task("reader")
                .step("r1 x", now -> now.hand(now.read(x)))
                .step("r2 size", Integer.class, (now, sum) -> now.hand(sum * now.read(size)))
                .step("r3 y", Integer.class, (now, sum) -> now.hand(sum - now.read(y)))
                .step("r4 use", Integer.class, (now, sum) -> now.write(seen, sum));
        Property same = Invariant.always("same", "both are alike", view -> view.read(seen) == 0);
        Finding finding = Checker.check(builder.build(), Vector.of(same), Options.DEFAULT)
                .findings()
                .head();
        Trace shown = finding.trace().get();
        Explanation why = new Explainer(shown.initial().model()).explain(same, shown);
        return Story.of(shown, why.core(), why.steps())
                .decisive()
                .map(step -> shown.steps().get(step - 1).step().id());
    }

    @Test
    void whoReadsWhatAnotherTaskWouldYetChangeAndHandsItOnIsTold() {
        assertEquals(Vector.of("w1", "r1", "r3", "r4"), torn(true));
    }

    @Test
    void whoReadsWhatNobodyChangesIsNot() {
        assertEquals(Vector.of("w1", "r1", "r4"), torn(false));
    }

    @Test
    void aLongerPreparationIsSetUp() {
        Model model = longer();
        Invariant never = Invariant.always("never", "", s -> s.read(read(model, "sum")) < 2);
        Trace shown = Checker.check(model, Vector.of(never), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
        Story told = Story.of(shown, Vector.of(new Decisive(read(model, "sum"), shown.length())), Vector.empty());
        assertEquals(new Story.Fold(1, 3, true, "3 are there"), told.folds().head());
        assertEquals(Vector.of(5), told.decisive().toVector());
    }

    private static Model longer() {
        ModelBuilder builder = Model.builder("longer");
        Cell<Integer> there = builder.cell("there", 0);
        Cell<Integer> sum = builder.cell("sum", 0);
        builder.task("preparer")
                .step("p1 put", now -> now.change(there, n -> n + 1))
                .step("p2 put", now -> now.change(there, n -> n + 1))
                .step("p3 put", now -> now.change(there, n -> n + 1))
                .leaves(after -> after.read(there) + " are there");
        builder.task("adder")
                .step("a1 see", now -> now.await(now.read(there) == 3))
                .step("a2 add", now -> now.change(sum, n -> n + 2));
        return builder.build();
    }

    @SuppressWarnings("unchecked") // the model is its own
    private static Cell<Integer> read(Model model, String name) {
        return (Cell<Integer>)
                model.cells().find(cell -> cell.name().equals(name)).get();
    }
}
