package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.checker.result.Verdict;
import pagelife.specs.Expectation;

/**
 * What a litmus test expects, in words: {@code holds}, {@code broken in 9}, {@code happens in 5},
 * {@code never happens}.
 */
public final class Expected {
    private static final int MOST_DIGITS = 9;

    private Expected() {}

    /** Reads it. */
    static Expectation read(Word text, Condition about) {
        Seq<String> words = Vector.of(text.text().strip().split("\\s+"));
        if (words.size() == 3 && words.get(1).equals("in") && words.get(2).matches("[0-9]{1," + MOST_DIGITS + "}")) {
            Option<Integer> length = Option.some(Integer.parseInt(words.get(2)));
            if (words.head().equals("broken")) {
                return new Expectation(about.name(), Verdict.VIOLATED, length);
            }
            if (words.head().equals("happens")) {
                return new Expectation(about.name(), Verdict.HOLDS, length);
            }
        }
        Verdict verdict = plain(words.mkString(" "))
                .getOrElseThrow(() -> new TextException(
                        "\"" + words.mkString(" ") + "\" cannot be expected: write holds, broken, broken in 9,"
                                + " happens, happens in 5, or never happens",
                        text.at()));
        return new Expectation(about.name(), verdict, Option.none());
    }

    private static Option<Verdict> plain(String words) {
        return switch (words) {
            case "holds", "happens" -> Option.some(Verdict.HOLDS);
            case "broken" -> Option.some(Verdict.VIOLATED);
            case "never happens" -> Option.some(Verdict.NEVER_HAPPENS);
            default -> Option.none();
        };
    }

    /** Writes a verdict, and the length of the trace that shows it. */
    public static String text(Verdict verdict, Option<Integer> length) {
        String in = length.map(steps -> " in " + steps).getOrElse("");
        return switch (verdict) {
            case HOLDS -> (length.isEmpty() ? "holds" : "happens") + in;
            case VIOLATED -> "broken" + in;
            case NEVER_HAPPENS -> "never happens";
            case UNDECIDED -> "undecided";
        };
    }
}
