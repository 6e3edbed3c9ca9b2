package pagelife.specs.own;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/** What the compiler says, for who wrote the file: place, line, caret, and what to do. */
final class CompilerErrors {
    /* What comes after the first few mostly comes from them. */
    private static final int MOST = 5;

    /** What can be done about the errors that writers of a first model make; by what the compiler calls them. */
    private static final Map<String, String> HINTS = LinkedHashMap.<String, String>empty()
            .put(
                    "compiler.err.class.public.should.be.in.file",
                    "give the file the name of its public class; of two, one may be public")
            .put(
                    "compiler.err.cant.ref.non.effectively.final.var",
                    "what changes from step to step is a cell: declare one with d.cell, read and write it through now")
            .put("compiler.err.does.not.override.abstract", "write the method: public void draft(Draft d)")
            .put(
                    "compiler.err.unreported.exception.need.to.catch.or.throw",
                    "a step reads and writes cells only: no files, no clocks, no sleeping")
            .put("compiler.err.premature.eof", "a brace is not closed")
            .put("compiler.err.expected", "look at the end of the statement before, too");

    private static final Pattern CLASS = Pattern.compile("(?:class|variable|interface) (\\p{Upper}\\w*)");

    /** Where the names are that a study uses. */
    private static final Seq<String> PACKAGES = Vector.of(
            "pagelife.checker.model",
            "pagelife.checker.property",
            "pagelife.specs.own",
            "pagelife.models",
            "pagelife.models.page",
            "pagelife.checker.ltl",
            "io.vavr.collection",
            "io.vavr.control");

    private CompilerErrors() {}

    static String told(Path path, String text, Seq<? extends Diagnostic<?>> errors) {
        String head = path + " does not compile: " + (errors.size() == 1 ? "one error" : errors.size() + " errors");
        String rest = errors.size() > MOST ? "\nand " + (errors.size() - MOST) + " more" : "";
        String[] lines = text.split("\n", -1);
        return errors.take(MOST).map(error -> told(path, lines, error)).mkString(head + "\n", "\n", rest);
    }

    private static String told(Path path, String[] lines, Diagnostic<?> error) {
        String message = error.getMessage(Locale.ENGLISH).strip();
        String hint = hint(error.getCode(), message).map(todo -> "\n  " + todo).getOrElse("");
        String said = message.lines()
                .map(String::strip)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        int line = (int) error.getLineNumber();
        if (line < 1 || line > lines.length) {
            return path + ": " + said + hint;
        }
        // A tab counts as one character here and in the excerpt.
        String shown = lines[line - 1].replace('\t', ' ').stripTrailing();
        int column = (int) Math.max(1, column(lines, error));
        return path + ":" + line + ":" + column + ": " + said + "\n  " + shown + "\n  " + " ".repeat(column - 1) + "^"
                + hint;
    }

    /** The column in characters: that of the compiler counts a tab as up to eight. */
    private static long column(String[] lines, Diagnostic<?> error) {
        long before = 0;
        for (int i = 0; i < error.getLineNumber() - 1; i++) {
            before += lines[i].length() + 1;
        }
        return Math.min(error.getPosition() - before, lines[(int) error.getLineNumber() - 1].length()) + 1;
    }

    private static Option<String> hint(String code, String message) {
        if (code.startsWith("compiler.err.cant.resolve") || code.equals("compiler.err.doesnt.exist")) {
            return missing(message);
        }
        return HINTS.find(known -> code.startsWith(known._1())).map(known -> known._2());
    }

    /** An import that is missing. */
    private static Option<String> missing(String message) {
        Matcher name = CLASS.matcher(message);
        if (!name.find()) {
            return Option.none();
        }
        return PACKAGES.map(one -> one + "." + name.group(1))
                .find(CompilerErrors::exists)
                .map(found -> "add: import " + found + ";");
    }

    private static boolean exists(String type) {
        return CompilerErrors.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }
}
