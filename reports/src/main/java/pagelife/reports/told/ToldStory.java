package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.explain.Explanation;
import pagelife.checker.explain.Story;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.reports.commit.CommitText;
import pagelife.specs.ledger.Wrong;

/**
 * The same counterexample, told shortly. Steps are counted from 1.
 *
 * @param decisive the steps that decide
 * @param folds the others, those next to each other together
 * @param links which step wrote what a decisive step read, as far as others did; and what the claim read
 * @param missed what was read, changed by another task later, and not read again
 * @param commit the text for a commit message, line by line
 */
public record ToldStory(
        Seq<Integer> decisive, Seq<ToldFold> folds, Seq<ToldLink> links, Seq<ToldMissed> missed, Seq<String> commit)
        implements Part {
    /**
     * Steps that may be left out.
     *
     * @param first the first of them
     * @param last the last of them
     * @param setUp whether they are an operation that runs before the race begins
     * @param text what they do, in words
     */
    public record ToldFold(int first, int last, boolean setUp, String text) implements Part {
        /** How many steps it leaves out. */
        public int length() {
            return last - first + 1;
        }
    }

    /**
     * A read and the write that it saw.
     *
     * @param reader the step that read; one more than there are steps for the claim
     * @param cell what it read
     * @param value what it saw
     * @param writer the step that wrote it; empty when it was so at the start
     * @param text the same in words
     */
    public record ToldLink(int reader, String cell, String value, Option<Integer> writer, String text)
            implements Part {}

    /**
     * A read that came too early.
     *
     * @param reader the step that read; its task does not read the cell again
     * @param cell what it read
     * @param writer the last step of another task that changed the cell afterwards
     * @param text the same in words
     */
    public record ToldMissed(int reader, String cell, int writer, String text) implements Part {}

    /**
     * The story of a trace that breaks a claim.
     *
     * @param why what the claim looks at
     * @param idle steps that wake nobody, while somebody sleeps who should be woken
     * @param sentences what happens, in sentences
     * @param wrongs what went wrong with references, as far as the claim is about it
     */
    static ToldStory of(
            Property property,
            Trace trace,
            Explanation why,
            Books books,
            Seq<Integer> idle,
            Seq<String> sentences,
            Seq<Wrong> wrongs) {
        Seq<Decisive> core = core(property, trace, why);
        Seq<Integer> steps = property instanceof StepProperty ? why.steps().append(trace.length()) : why.steps();
        Story story = Story.of(trace, core, steps.appendAll(idle));
        Words words = new Words(trace);
        return new ToldStory(
                story.decisive(),
                story.folds().map(fold -> new ToldFold(fold.first(), fold.last(), fold.isSetUp(), fold.text())),
                story.links().map(words::link),
                story.missed().map(words::missed),
                CommitText.of(
                        books, trace, story, core.map(one -> one.cell().name()).distinct(), sentences, wrongs));
    }

    /** How many steps are folded. */
    public int left() {
        return folds.map(ToldFold::length).sum().intValue();
    }

    /**
     * What the claim looks at: the cells that decide it; of a deadlock who waits, and what keeps him waiting; of a step
     * that should not be what it changed, too. Who has nothing more to do where a run ends is not the claim's concern.
     */
    private static Seq<Decisive> core(Property property, Trace trace, Explanation why) {
        State last = trace.last();
        if (property.kind() == Kind.DEADLOCK) {
            return Move.standstill(last).map(cell -> new Decisive(cell, trace.length()));
        }
        if (property instanceof StepProperty) {
            return why.core().appendAll(changedByLast(trace)).distinct();
        }
        Seq<Cell<?>> resting =
                last.model().actors().removeAll(Move.blocked(last)).map(Actor::control);
        return why.core().reject(one -> why.ending().contains(one) && resting.contains(one.cell()));
    }

    private static Seq<Decisive> changedByLast(Trace trace) {
        Cell<?> place = trace.steps().last().step().actor().control();
        return trace.before(trace.length() - 1)
                .changed(trace.last())
                .reject(cell -> cell == place)
                .map(cell -> new Decisive(cell, trace.length()));
    }

    /** Words for what a trace shows. */
    private record Words(Trace trace) {
        ToldLink link(Story.Link link) {
            String value = Changes.text(trace.before(link.reader() - 1), link.cell());
            String from = link.writer().map(step -> "written by " + step(step)).getOrElse("so at the start");
            return new ToldLink(
                    link.reader(),
                    link.cell().name(),
                    value,
                    link.writer(),
                    reader(link.reader()) + " " + link.cell().name() + " = " + value + ": " + from);
        }

        ToldMissed missed(Story.Missed missed) {
            String name = missed.cell().name();
            String seen = Changes.text(trace.before(missed.reader() - 1), missed.cell());
            String left = Changes.text(trace.before(missed.writer()), missed.cell());
            return new ToldMissed(
                    missed.reader(),
                    name,
                    missed.writer(),
                    step(missed.reader()) + " read " + name + " = " + seen + " before " + step(missed.writer())
                            + " made it " + left + ", and did not look again");
        }

        private String reader(int step) {
            return step > trace.length() ? "the claim reads" : step(step) + " read";
        }

        private String step(int step) {
            return "step " + step + " (" + trace.steps().get(step - 1).step() + ")";
        }
    }
}
