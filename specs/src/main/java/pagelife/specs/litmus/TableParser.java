package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.checker.model.Written;
import pagelife.specs.litmus.SourceText.Line;

/**
 * Reads the table of a litmus test: a column for each task, with bars between; a line for each row, with a semicolon at
 * its end. The first row names the tasks.
 */
final class TableParser {
    /* No engine gets through more, and no reader. */
    private static final int MOST_TASKS = 64;
    private static final String ROW_END = ";";
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

    private final Vector<Line> rows;

    private TableParser(Vector<Line> rows) {
        this.rows = rows;
    }

    /** The columns of the table that is next; none if there is no table. */
    static Seq<Litmus.Column> columns(SourceText text) {
        Vector<Line> rows = Vector.empty();
        while (!text.isAtEnd() && isRow(text.line())) {
            rows = rows.append(text.takeLine());
        }
        return rows.isEmpty() ? Vector.empty() : new TableParser(rows).columns();
    }

    private static boolean isRow(Line line) {
        if (ConditionParser.isKeyword(line.firstWord())) {
            return false;
        }
        if (line.content().endsWith(ROW_END)) {
            return true;
        }
        if (line.content().indexOf('|') >= 0 && !line.content().contains("||")) {
            throw new TextException("a row of the table ends with " + ROW_END + ": write one here", line.end());
        }
        return false;
    }

    private Seq<Litmus.Column> columns() {
        Vector<Word> names = cells(rows.head()).map(this::name);
        if (names.size() > MOST_TASKS) {
            throw new TextException(
                    "there are " + names.size() + " tasks: a litmus test has at most " + MOST_TASKS
                            + "; leave some out",
                    rows.head().from());
        }
        Vector<Word> seen = names.distinctBy(Word::text);
        names.removeAll(seen).headOption().forEach(twice -> {
            throw new TextException("there are two tasks " + twice + ": names are unique; rename one", twice.at());
        });
        Vector<Vector<Word>> cells = rows.tail().map(row -> cells(row, names.size()));
        if (!cells.isEmpty()
                && cells.forAll(row -> row.forAll(cell -> cell.text().isBlank()))) {
            throw new TextException(
                    "no task does anything: below the names each task has its operations; write some",
                    rows.last().end());
        }
        return names.zipWithIndex((name, column) -> new Litmus.Column(
                name, program(cells.flatMap(row -> row.drop(column).take(1)))));
    }

    private Word name(Word cell) {
        int indent = cell.text().length() - cell.text().stripLeading().length();
        Word name = new Word(cell.text().strip(), cell.at() + indent);
        if (!name.text().matches(NAME) || name.text().equals(ModelBuilder.SETUP)) {
            throw new TextException(
                    "\"" + name + "\" is not a name of a task: the first row of the table names the tasks; write a word"
                            + " other than " + ModelBuilder.SETUP + ", with | between two",
                    name.at());
        }
        return name;
    }

    private static Vector<Word> cells(Line row, int columns) {
        Vector<Word> cells = cells(row);
        if (cells.size() > columns) {
            throw new TextException(
                    "the row has " + cells.size() + " columns, and the first row names " + columns
                            + ": give each task one column",
                    cells.get(columns).at());
        }
        if (cells.size() < columns) {
            throw new TextException(
                    "the row has " + cells.size() + (cells.size() == 1 ? " column" : " columns")
                            + ", and the first row names " + columns
                            + ": give each task one, empty where it does nothing",
                    row.end());
        }
        return cells;
    }

    private static Vector<Word> cells(Line row) {
        Vector<Word> cells = Vector.empty();
        int from = 0;
        int end = row.content().length() - ROW_END.length();
        while (from <= end) {
            int bar = row.content().indexOf('|', from);
            int to = bar < 0 || bar > end ? end : bar;
            cells = cells.append(new Word(row.content().substring(from, to), row.from() + from));
            from = to + 1;
        }
        return cells;
    }

    private static Written program(Vector<Word> cells) {
        int end =
                cells.lastOption().map(cell -> cell.at() + cell.text().length()).getOrElse(0);
        return Written.parse(SourceText.only(cells, end));
    }
}
