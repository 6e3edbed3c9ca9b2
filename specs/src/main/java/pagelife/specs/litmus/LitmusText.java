package pagelife.specs.litmus;

import com.google.common.base.CharMatcher;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import pagelife.checker.model.Written;

/** Writes litmus tests, in the form in which they are read. */
final class LitmusText {
    /* Characters in a line; a turn that is longer has one of its own. */
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();
    private final Function<Condition, Seq<String>> remarks;

    private LitmusText(Function<Condition, Seq<String>> remarks) {
        this.remarks = remarks;
    }

    /**
     * The text of a test.
     *
     * @param remarks what is said for people above the run of a condition, a line each; nobody reads it back
     */
    static String of(Litmus test, Function<Condition, Seq<String>> remarks) {
        LitmusText writer = new LitmusText(remarks);
        writer.write(test);
        return writer.text.toString();
    }

    private void write(Litmus test) {
        line(Litmus.FIRST_WORD + " " + test.variant() + " " + test.name());
        if (!test.about().isEmpty()) {
            line('"' + test.about() + '"');
        }
        section("rules", test.rules().mkString(" "));
        section("bounds", test.bounds().mkString(" "));
        test.fairness().forEach(fairness -> section("fairness", fairness.text().strip()));
        test.setup().forEach(setup -> section("setup", setup.toString()));
        table(test.tasks());
        line("");
        test.conditions().forEach(this::condition);
    }

    private void section(String name, String content) {
        if (!content.isEmpty()) {
            line(name + " { " + content + " }");
        }
    }

    private void table(Seq<Litmus.Column> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Seq<Seq<String>> columns = tasks.map(
                column -> operations(column.program()).prepend(column.task().text()));
        int rows = columns.map(Seq::size).max().getOrElse(0);
        line("");
        for (int i = 0; i < rows; i++) {
            int row = i;
            line(" " + columns.map(column -> cell(column, row)).mkString(" | ") + " ;");
        }
    }

    /** A row for each operation that follows another; loops and choices stay in one row. */
    private static Seq<String> operations(Written program) {
        return program instanceof Written.Sequence sequence
                ? sequence.parts().map(Written::toString)
                : Vector.of(program.toString());
    }

    private static String cell(Seq<String> column, int row) {
        int width = column.map(String::length).max().getOrElse(0);
        String text = row < column.size() ? column.get(row) : "";
        return text + " ".repeat(width - text.length());
    }

    private void condition(Condition condition) {
        line(condition.name());
        condition
                .expected()
                .forEach(expected -> line("expect " + Expected.text(expected.verdict(), expected.length())));
        condition.fixed().forEach(twin -> line("fixed " + twin));
        remarks.apply(condition).forEach(remark -> line("# " + remark));
        condition.schedule().forEach(this::schedule);
        condition.kept().forEach(run -> {
            line("run");
            KeptText.lines(run).forEach(this::line);
        });
    }

    private void schedule(Schedule schedule) {
        String begun = "schedule";
        for (String turn : schedule.turns().map(Schedule.Turn::toString).intersperse(";")) {
            boolean fits = turn.equals(";") || begun.length() + 1 + turn.length() < WIDTH;
            if (!fits) {
                line(begun);
            }
            begun = turn.equals(";") ? begun + turn : (fits ? begun + " " : "  ") + turn;
        }
        line(begun);
    }

    /** A line. A message of a model may have several, which would be read as something else. */
    private void line(String content) {
        text.append(CharMatcher.javaIsoControl().replaceFrom(content, ' ').stripTrailing())
                .append('\n');
    }
}
