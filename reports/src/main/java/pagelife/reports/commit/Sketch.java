package pagelife.reports.commit;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Step;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.models.page.Counted;

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

    /** What a step changes of counts, what else is to be said of it, and what it does in the words of the model. */
    private record Said(Seq<Remarks.Change> changes, Seq<String> others, String label) {}

    /**
     * Steps that follow each other, which one task takes in one function, and of which only the first says anything.
     *
     * @param said what is to be said of each
     */
    private record Piece(Step step, Seq<String> statements, Seq<Said> said, int from) {
        boolean takes(Piece next) {
            return step.actor() == next.step.actor()
                    && step.source().function().equals(next.step.source().function())
                    && next.statements.isEmpty()
                    && statements.isEmpty();
        }

        Piece with(Piece next) {
            return new Piece(step, statements, said.appendAll(next.said), from);
        }

        String task() {
            return step.actor().name();
        }

        /** How the steps together change each count that they do change. */
        Seq<Remarks.Change> changes() {
            return said.flatMap(Said::changes)
                    .groupBy(Remarks.Change::what)
                    .values()
                    .map(same -> same.tail().foldLeft(same.head(), Remarks.Change::then))
                    .filter(Remarks.Change::isSeen)
                    .toVector();
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
        String label = step.text().isEmpty() ? step.id() : step.text();
        return new Piece(
                step,
                silent ? Vector.of(label) : statements,
                Vector.of(new Said(remarks.changes(number), remarks.others(number), label)),
                number);
    }

    private Seq<Entry.Line> bare(Piece piece, String function) {
        return function.isEmpty() ? statements(piece, "") : Vector.of(new Entry.Line(function, comment(piece)));
    }

    private Seq<Entry.Line> statements(Piece piece, String indent) {
        Seq<Entry.Line> lines = piece.statements().map(text -> new Entry.Line(indent + text, ""));
        return lines.dropRight(1).append(new Entry.Line(lines.last().code(), comment(piece)));
    }

    /** What changes, step by step; of a step in a function of which nothing else is said what it does. */
    private String comment(Piece piece) {
        Seq<Remarks.Change> changes = piece.changes();
        Seq<Remarks.Change> left = changes;
        Seq<String> told = Vector.empty();
        for (Said said : piece.said()) {
            Seq<Counted> own = said.changes().map(Remarks.Change::what);
            boolean counts = changes.exists(change -> own.contains(change.what()));
            told = told.appendAll(
                            left.filter(change -> own.contains(change.what())).map(remarks::text))
                    .appendAll(said.others());
            left = left.reject(change -> own.contains(change.what()));
            boolean silent =
                    !counts && said.others().isEmpty() && piece.statements().isEmpty();
            told = silent && !function(piece.step()).contains(said.label()) ? told.append(said.label()) : told;
        }
        return told.distinct().mkString(", ");
    }

    private static String function(Step step) {
        String function = step.source().function();
        boolean bare = !function.isEmpty() && Character.isJavaIdentifierPart(function.charAt(function.length() - 1));
        return bare ? function + "()" : function;
    }
}
