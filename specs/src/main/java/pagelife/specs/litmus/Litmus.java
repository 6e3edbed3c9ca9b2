package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.checker.model.Written;
import pagelife.models.Settings;
import pagelife.models.Workload;

/**
 * A litmus test: a variant, what each task does there, conditions, and what the checker must say of them. It is text
 * that was read and not looked up yet; {@link Posed} puts it to its family. Each word knows its place in the file.
 * Immutable.
 *
 * @param variant the full name of the variant, such as {@code fsdax/6.1}
 * @param name the name of the test, one word
 * @param about what it shows; empty when it does not say
 * @param rules rules set otherwise than in the variant, each {@code name=value}
 * @param bounds bounds set otherwise than in the variant, each {@code name=value}
 * @param fairness the fairness of claims about runs; empty for what they and the model declare
 * @param setup what is done before the tasks begin
 * @param tasks what each task does; empty for the tasks that the bounds stand for
 * @param conditions what is asked, in the order to answer
 */
public record Litmus(
        Word variant,
        String name,
        String about,
        Seq<Word> rules,
        Seq<Word> bounds,
        Option<Word> fairness,
        Option<Written> setup,
        Seq<Column> tasks,
        Seq<Condition> conditions) {
    /** The first word of a litmus test. */
    public static final String FIRST_WORD = "Pagelife";

    /** How the name of a file with a litmus test ends. */
    public static final String EXTENSION = ".litmus";

    /**
     * A task and what it does.
     *
     * @param task its name
     * @param program its program
     */
    public record Column(Word task, Written program) {}

    /**
     * Reads a litmus test.
     *
     * @throws TextException where it is none
     */
    public static Litmus parse(String text) {
        return new LitmusParser(text).litmus();
    }

    /** This test of a variant that is named otherwise. */
    public Litmus of(String name) {
        Word other = new Word(name, variant.at());
        return new Litmus(other, this.name, about, rules, bounds, fairness, setup, tasks, conditions);
    }

    /** This test with other conditions. */
    public Litmus asking(Seq<Condition> others) {
        return new Litmus(variant, name, about, rules, bounds, fairness, setup, tasks, others);
    }

    /** The rules set otherwise than in the variant. */
    public Settings ruled() {
        return Settings.parse(rules.mkString(" "));
    }

    /** The bounds set otherwise than in the variant. */
    public Settings bounded() {
        return Settings.parse(bounds.mkString(" "));
    }

    /** This test's programs; those of {@code usual} where it writes none, after its own setup where it has one. */
    public Workload workload(Workload usual) {
        Workload own = tasks.isEmpty()
                ? usual
                : tasks.foldLeft(
                        Workload.NONE, (all, column) -> all.task(column.task().text(), column.program()));
        return setup.isEmpty() ? own : own.after(setup.get());
    }

    /** The test as text that {@link #parse} reads back. */
    @Override
    public String toString() {
        return toString(condition -> Vector.empty());
    }

    /** The same with remarks for people above the run of each condition, a line each; they are not read back. */
    public String toString(Function<Condition, Seq<String>> remarks) {
        return LitmusText.of(this, remarks);
    }
}
