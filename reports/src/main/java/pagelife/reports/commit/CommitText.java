package pagelife.reports.commit;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.explain.Story;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.reports.page.Wrap;
import pagelife.specs.ledger.Wrong;

/**
 * The text that a commit message needs: who did what in which order, and what came of it.
 *
 * <p>It has at most {@value #WIDTH} columns and {@value #ROWS} rows. What does not fit is made shorter in this order: a
 * function and its only statement on one line; decisive steps left out, those first that only look, then those that
 * change nothing that is counted or that the claim looks at; and how many are left out is said.
 */
public final class CommitText {
    /** The width of a line of a commit message. */
    public static final int WIDTH = 72;

    /** More is not read. */
    public static final int ROWS = 20;

    /** Of so few steps the first and the last remain, whatever the room. */
    private static final int FEWEST = 2;

    private final Trace trace;
    private final Story story;
    private final Sketch sketch;
    private final Closing closing;

    private CommitText(
            Books books, Trace trace, Story story, Seq<String> looked, Seq<String> sentences, Seq<Wrong> wrongs) {
        Remarks remarks = new Remarks(books, trace, looked);
        this.trace = trace;
        this.story = story;
        this.sketch = new Sketch(trace, remarks);
        this.closing = new Closing(books, trace, story, sentences, looked, wrongs);
    }

    /**
     * The lines.
     *
     * @param books who holds what
     * @param looked the names of the cells that the claim looks at
     * @param sentences what happens, in sentences
     * @param wrongs what went wrong with references, as far as the claim is about it
     */
    public static Seq<String> of(
            Books books, Trace trace, Story story, Seq<String> looked, Seq<String> sentences, Seq<Wrong> wrongs) {
        return new CommitText(books, trace, story, looked, sentences, wrongs).lines(looked);
    }

    private Seq<String> lines(Seq<String> looked) {
        Seq<Integer> shown = story.decisive();
        Seq<Integer> leastFirst = new Weights(trace, story, looked).leastFirst(shown);
        Seq<String> lines = lines(shown, false);
        boolean tight = lines.size() > ROWS;
        while (tight && (lines = lines(shown, true)).size() > ROWS && shown.size() > FEWEST) {
            shown = shown.remove(leastFirst.head());
            leastFirst = leastFirst.tail();
        }
        return lines;
    }

    private Seq<String> lines(Seq<Integer> shown, boolean tight) {
        Seq<String> table = new Columns(sketch.entries(shown, tight), sketch.tasks()).lines();
        Seq<String> end = Vector.ofAll(Wrap.words(closing.paragraph(shown), WIDTH));
        Seq<String> start =
                closing.start().map(text -> Wrap.words(text, WIDTH)).toVector().flatMap(Vector::ofAll);
        int free = ROWS - start.size() - table.size() - end.size();
        return start.appendAll(start.isEmpty() || free < 2 ? Vector.empty() : Vector.of(""))
                .appendAll(table)
                .append("")
                .appendAll(end);
    }
}
