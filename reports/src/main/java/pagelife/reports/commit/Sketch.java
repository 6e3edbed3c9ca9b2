package pagelife.reports.commit;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Step;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/** Steps as entries of a table: a function, its statements under it, and comments. */
final class Sketch {
    private final Trace trace;
    private final Remarks remarks;

    Sketch(Trace trace, Remarks remarks) {
        this.trace = trace;
        this.remarks = remarks;
    }

    /** The tasks of the trace, in the order in which the model declares them. */
    Seq<String> tasks() {
        return trace.steps()
                .map(step -> step.step().actor())
                .distinct()
                .sortBy(actor -> actor.index())
                .map(actor -> actor.name());
    }

    /**
     * Steps that follow each other, which one task takes in one function, and of which only the first says anything.
     */
    private record Piece(
            Step step,
            Seq<String> statements,
            Seq<Remarks.Change> changes,
            Seq<String> others,
            Seq<String> labels,
            int from) {
        boolean takes(Piece next) {
            return step.actor() == next.step.actor()
                    && step.source().function().equals(next.step.source().function())
                    && next.statements.isEmpty()
                    && statements.isEmpty();
        }

        Piece with(Piece next) {
            Seq<Remarks.Change> all = changes.map(change -> next.changes
                            .find(later -> later.what().equals(change.what()))
                            .map(later -> new Remarks.Change(change.what(), change.before(), later.after()))
                            .getOrElse(change))
                    .appendAll(next.changes.filter(
                            later -> !changes.exists(change -> change.what().equals(later.what()))));
            return new Piece(
                    step,
                    statements,
                    all,
                    others.appendAll(next.others),
                    labels.appendAll(next.labels).distinct(),
                    from);
        }

        String task() {
            return step.actor().name();
        }
    }

    /**
     * The entries for {@code steps}.
     *
     * @param tight whether a function and its only statement share a line
     */
    Seq<Entry> entries(Seq<Integer> steps, boolean tight) {
        Vector<Entry> entries = Vector.empty();
        Map<String, String> heads = HashMap.empty();
        boolean loops = false;
        for (Piece piece : pieces(steps)) {
            int from = piece.from();
            boolean enters = !loops && trace.loopStart().exists(start -> from > start);
            loops |= enters;
            String function = function(piece.step());
            boolean known = !function.isEmpty()
                    && heads.get(piece.task()).contains(function)
                    && !piece.statements().isEmpty();
            Seq<Entry.Line> lines = known
                    ? statements(piece, "  ")
                    : piece.statements().isEmpty() || function.isEmpty()
                            ? bare(piece, function)
                            : tight && piece.statements().size() == 1
                                    ? Vector.of(new Entry.Line(
                                            function + ": " + piece.statements().head(), comment(piece)))
                                    : statements(piece, "  ").prepend(new Entry.Line(function, ""));
            entries = add(entries, new Entry(piece.task(), enters ? lines.prepend(REPEATS) : lines));
            heads = tight ? heads.remove(piece.task()) : heads.put(piece.task(), function);
        }
        return entries;
    }

    private static final Entry.Line REPEATS = new Entry.Line("", "from here on forever:");

    private static Vector<Entry> add(Vector<Entry> entries, Entry next) {
        return !entries.isEmpty() && entries.last().task().equals(next.task())
                ? entries.update(
                        entries.size() - 1,
                        last -> new Entry(last.task(), last.lines().appendAll(next.lines())))
                : entries.append(next);
    }

    private Seq<Piece> pieces(Seq<Integer> steps) {
        Vector<Piece> pieces = Vector.empty();
        for (int number : steps) {
            Piece next = piece(number);
            pieces = !pieces.isEmpty() && pieces.last().takes(next)
                    ? pieces.update(pieces.size() - 1, last -> last.with(next))
                    : pieces.append(next);
        }
        return pieces;
    }

    private Piece piece(int number) {
        TraceStep taken = trace.steps().get(number - 1);
        Step step = taken.step();
        Seq<String> written = step.statement().isEmpty() ? Vector.empty() : Vector.of(step.statement());
        Seq<String> statements = taken.said().isEmpty() ? written : taken.said(); // which way it went says more
        boolean silent = statements.isEmpty() && step.source().function().isEmpty();
        return new Piece(
                step,
                silent ? Vector.of(step.text().isEmpty() ? step.id() : step.text()) : statements,
                remarks.changes(number),
                remarks.others(number),
                Vector.of(step.text().isEmpty() ? step.id() : step.text()),
                number);
    }

    private Seq<Entry.Line> bare(Piece piece, String function) {
        return function.isEmpty() ? statements(piece, "") : Vector.of(new Entry.Line(function, comment(piece)));
    }

    private Seq<Entry.Line> statements(Piece piece, String indent) {
        Seq<Entry.Line> lines = piece.statements().map(text -> new Entry.Line(indent + text, ""));
        return lines.dropRight(1).append(new Entry.Line(lines.last().code(), comment(piece)));
    }

    /** What changes; of a function of which nothing else is said what the step does. */
    private String comment(Piece piece) {
        Seq<String> comments = piece.changes()
                .filter(change -> change.before() != change.after())
                .map(remarks::text)
                .appendAll(piece.others());
        boolean silent = comments.isEmpty() && piece.statements().isEmpty();
        return (silent ? piece.labels().reject(function(piece.step())::contains) : comments).mkString(", ");
    }

    private static String function(Step step) {
        String function = step.source().function();
        boolean bare = !function.isEmpty() && Character.isJavaIdentifierPart(function.charAt(function.length() - 1));
        return bare ? function + "()" : function;
    }
}
