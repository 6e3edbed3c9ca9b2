package pagelife.specs.litmus;

import com.google.common.base.CharMatcher;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;

/**
 * Kept runs as text: a line for each step, and below it a line for each cell that it changed. {@code loop} stands where
 * the steps begin that repeat forever.
 *
 * <pre>
 * run
 *   gup: s1 gup_pte_range()       # read PTE
 *   gup: s3 try_grab_folio()      # take a reference
 *     page(P0) = refs 2
 * </pre>
 */
final class KeptText {
    private static final String LOOP = "loop";
    private static final String IS = " = ";
    private static final String DOES = ": ";

    /** What cannot stand in a line as it is: it would be read as a remark or as the end of something. */
    private static final CharMatcher HARMFUL = CharMatcher.anyOf("\"#\\")
            .or(CharMatcher.javaIsoControl())
            .or(CharMatcher.forPredicate(sign -> Character.getType(sign) == Character.FORMAT));

    private KeptText() {}

    /** The lines below {@code run}. */
    static Seq<String> lines(Kept run) {
        int width = run.steps().map(taken -> head(taken).length()).max().getOrElse(0);
        Vector<String> lines = Vector.empty();
        for (int i = 0; i < run.steps().size(); i++) {
            lines = run.loopStart().contains(i) ? lines.append("  " + LOOP) : lines;
            Kept.Taken taken = run.steps().get(i);
            String remark = taken.label().isEmpty() ? "" : "   # " + taken.label();
            lines = lines.append(
                            "  " + head(taken) + " ".repeat(width - head(taken).length()) + remark)
                    .appendAll(taken.changes()
                            .map(change -> "    " + written(change.cell()) + IS + written(change.value())));
        }
        return run.loopStart().contains(run.steps().size()) ? lines.append("  " + LOOP) : lines;
    }

    private static String head(Kept.Taken taken) {
        return taken + (taken.function().isEmpty() ? "" : " " + taken.function() + "()");
    }

    private static String written(String text) {
        boolean plain = !text.isEmpty()
                && HARMFUL.matchesNoneOf(text)
                && text.equals(text.strip())
                && !text.contains("(*")
                && !text.contains(IS)
                && !text.contains(DOES);
        if (plain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(sign -> {
            if (HARMFUL.matches((char) sign)) {
                quoted.append(String.format("\\u%04x", sign));
            } else {
                quoted.append((char) sign);
            }
        });
        return quoted.append('"').toString();
    }

    /** Reads what stands below {@code run}. */
    static Kept read(Word text) {
        Vector<Kept.Taken> steps = Vector.empty();
        Option<Integer> loop = Option.none();
        int at = text.at();
        for (String raw : text.text().split("\n", -1)) {
            Word line = stripped(new Word(raw, at));
            at += raw.length() + 1;
            if (line.text().isEmpty()) {
                continue;
            }
            if (line.text().equals(LOOP)) {
                if (loop.isDefined()) {
                    throw new TextException(
                            "the run has two loops: it has one, from which it never returns", line.at());
                }
                loop = Option.some(steps.size());
            } else if (isStep(line.text())) {
                steps = steps.append(step(line));
            } else {
                steps = changed(steps, line);
            }
        }
        return new Kept(steps, loop);
    }

    private static Word stripped(Word line) {
        String left = line.text().stripLeading();
        return new Word(left.strip(), line.at() + line.text().length() - left.length());
    }

    /** A task comes before its colon; a cell before its sign of equality. */
    private static boolean isStep(String line) {
        int does = line.indexOf(DOES);
        int is = line.indexOf(IS);
        return !line.startsWith("\"") && does > 0 && (is < 0 || does < is);
    }

    private static Kept.Taken step(Word line) {
        int colon = line.text().indexOf(DOES);
        Word rest = stripped(new Word(line.text().substring(colon + DOES.length()), line.at() + colon + DOES.length()));
        int end = rest.text().endsWith("()") ? rest.text().lastIndexOf(' ') : -1;
        String function =
                end < 0 ? "" : rest.text().substring(end + 1, rest.text().length() - "()".length());
        return new Kept.Taken(
                new Word(line.text().substring(0, colon), line.at()),
                new Word(end < 0 ? rest.text() : rest.text().substring(0, end).strip(), rest.at()),
                function,
                "",
                Vector.empty());
    }

    private static Vector<Kept.Taken> changed(Vector<Kept.Taken> steps, Word line) {
        String text = line.text();
        int from = text.startsWith("\"") ? Math.max(0, text.indexOf('"', 1)) : 0;
        int is = text.indexOf(IS, from);
        if (is <= 0) {
            throw new TextException(
                    "\"" + text + "\" is not a line of a run: write task: step, or below it cell = value", line.at());
        }
        if (steps.isEmpty()) {
            throw new TextException("nothing has changed before the first step: write one above", line.at());
        }
        Kept.Change change = new Kept.Change(
                meant(new Word(text.substring(0, is), line.at())),
                meant(new Word(text.substring(is + IS.length()), line.at() + is + IS.length())));
        return steps.update(
                steps.size() - 1,
                taken -> new Kept.Taken(
                        taken.task(),
                        taken.step(),
                        taken.function(),
                        taken.label(),
                        taken.changes().append(change)));
    }

    private static String meant(Word written) {
        String text = written.text().strip();
        if (!text.startsWith("\"")) {
            return text;
        }
        if (text.length() < 2 || !text.endsWith("\"")) {
            throw new TextException("the \" has no second one at the end of the line: write one", written.at());
        }
        StringBuilder plain = new StringBuilder();
        String inside = text.substring(1, text.length() - 1);
        for (int i = 0; i < inside.length(); i++) {
            char sign = inside.charAt(i);
            if (sign != '\\') {
                plain.append(sign);
                continue;
            }
            String code = inside.substring(i + 1, Math.min(inside.length(), i + 6));
            if (!code.matches("u[0-9a-f]{4}")) {
                throw new TextException(
                        "a backslash begins a code such as \\u0022 here: write four digits", written.at());
            }
            plain.append((char) Integer.parseInt(code.substring(1), 16));
            i += code.length();
        }
        return plain.toString();
    }
}
