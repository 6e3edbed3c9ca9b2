package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.specs.litmus.Condition.Kind;
import pagelife.specs.litmus.SourceText.Line;

/**
 * Reads the conditions of a litmus test: one begins at each line, and goes on in the lines below that are indented and
 * begin with no word of ours. What is expected, and the schedule, stand below the condition that they are about.
 */
final class ConditionParser {
    /* A check has a bit for each in its records. */
    private static final int MOST = 100;
    private static final String EXPECT = "expect";
    private static final String SCHEDULE = "schedule";
    private static final String RUN = "run";
    private static final String FIXED = "fixed";
    private static final Vector<String> BELOW = Vector.of(EXPECT, SCHEDULE, RUN, FIXED);

    /* A file has more characters than that. */
    private static final int MOST_FIXED = 20;

    /** How a quantifier goes on: words of expressions are words of conditions, too. */
    private static final Pattern QUANTIFIER = Pattern.compile("\\w+\\s*:");

    private Vector<Condition> conditions = Vector.empty();

    private ConditionParser() {}

    /** Whether a line that begins with this word is no row of a table and no continuation. */
    static boolean isKeyword(String word) {
        return Kind.of(word).isDefined() || BELOW.contains(word);
    }

    /** The conditions from here to the end. */
    static Seq<Condition> conditions(SourceText text) {
        ConditionParser parser = new ConditionParser();
        while (!text.isAtEnd()) {
            parser.statement(statement(text));
        }
        if (parser.conditions.isEmpty()) {
            throw new TextException(
                    "it asks nothing: write a condition, such as forbid stuck, or the name of a claim", text.length());
        }
        return parser.conditions;
    }

    private static Word statement(SourceText text) {
        Line first = text.takeLine();
        boolean byLine = first.firstWord().equals(RUN);
        int from = first.words().head().at();
        StringBuilder all = new StringBuilder(first.content().substring(from - first.from()));
        int end = first.end();
        while (!text.isAtEnd() && continues(text.line())) {
            Line more = text.takeLine();
            String gap = " ".repeat(more.from() - end);
            all.append(byLine ? "\n" + gap.substring(1) : gap).append(more.content());
            end = more.end();
        }
        return new Word(all.toString(), from);
    }

    private static boolean continues(Line line) {
        return line.isIndented() && !isKeyword(line.firstWord());
    }

    private void statement(Word statement) {
        String first = new Line(statement.at(), statement.text().split("\n", 2)[0]).firstWord();
        Word rest = rest(statement, first);
        if (first.equals(EXPECT)) {
            Condition about = last(statement);
            requireFirst(about.expected(), statement);
            replaceLast(about.expecting(Expected.read(rest, about)));
        } else if (first.equals(SCHEDULE)) {
            Condition about = last(statement);
            requireFirst(about.schedule(), statement);
            replaceLast(about.shownBy(ScheduleParser.schedule(rest)));
        } else if (first.equals(RUN)) {
            Condition about = last(statement);
            requireFirst(about.kept(), statement);
            replaceLast(about.keeping(KeptText.read(
                    new Word(statement.text().substring(first.length()), statement.at() + first.length()))));
        } else if (first.equals(FIXED)) {
            fixed(last(statement), rest, statement);
        } else {
            add(statement, first, rest);
        }
    }

    private void fixed(Condition about, Word rest, Word statement) {
        Vector<Word> words = new Line(rest.at(), rest.text()).words();
        if (words.isEmpty() || about.fixed().size() == MOST_FIXED) {
            throw new TextException(
                    "fixed is followed by a variant and its rules, at most " + MOST_FIXED
                            + " times: write for example fixed fsdax/7.2-xfs recheckPte=on",
                    statement.at());
        }
        words.tail().find(word -> word.text().indexOf('=') <= 0).forEach(word -> {
            throw new TextException("\"" + word + "\" sets nothing: write name=value", word.at());
        });
        replaceLast(about.refusedIn(new Fixed(words.head(), words.tail())));
    }

    private void add(Word statement, String first, Word rest) {
        Option<Kind> kind = Kind.of(first);
        if (conditions.size() == MOST) {
            throw new TextException("there are more than " + MOST + " conditions: split the test", statement.at());
        }
        if (statement.text().endsWith(";")) {
            throw new TextException(
                    "a condition has no ; at its end, and a row of the table is one line: take it out, or join the"
                            + " lines",
                    statement.at() + statement.text().length() - 1);
        }
        if (kind.isDefined() && rest.text().isBlank()) {
            throw new TextException(
                    first + " is followed by an expression over states, such as stuck: write one",
                    statement.at() + first.length());
        }
        if (kind.exists(Kind::isFinal) && QUANTIFIER.matcher(rest.text()).lookingAt()) {
            throw new TextException(
                    first + " asks about final states here, and "
                            + rest.text().split(":", 2)[0].strip()
                            + " stands where the expression begins: write for example always " + statement.text(),
                    statement.at());
        }
        conditions = conditions.append(new Condition(
                kind.getOrElse(Kind.CLAIM), kind.isDefined() ? rest : statement, Option.none(), Option.none()));
    }

    private static Word rest(Word statement, String first) {
        String rest = statement.text().substring(first.length());
        String stripped = rest.stripLeading();
        return new Word(stripped, statement.at() + first.length() + rest.length() - stripped.length());
    }

    private Condition last(Word statement) {
        return conditions
                .lastOption()
                .getOrElseThrow(() -> new TextException(
                        "it stands before the first condition: write it below the one that it is about",
                        statement.at()));
    }

    private static void requireFirst(Option<?> given, Word statement) {
        if (given.isDefined()) {
            throw new TextException(
                    "the condition has one above already: a condition has one expect, one schedule and one run; leave"
                            + " one out",
                    statement.at());
        }
    }

    private void replaceLast(Condition condition) {
        conditions = conditions.init().append(condition);
    }
}
