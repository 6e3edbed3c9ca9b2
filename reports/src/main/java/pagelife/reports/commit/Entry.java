package pagelife.reports.commit;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.page.Wrap;

/**
 * What one task does, one line after the other, without anybody in between.
 *
 * @param task the name of the task
 * @param lines its lines, indented
 */
record Entry(String task, Seq<Line> lines) {
    /** Comments stand a little apart. */
    private static final String COMMENT = "  // ";

    /** Between a function and its only statement, where both are on one line. */
    static final String BODY = "(): ";

    /**
     * A line: code, and what is said about it.
     *
     * @param code a function or a statement, indented
     * @param comment what is said; may be empty
     */
    record Line(String code, String comment) {
        private String whole() {
            return comment.isEmpty() ? code : code.isBlank() ? code + "// " + comment : code + COMMENT + comment;
        }

        private int indent() {
            return code.length() - code.stripLeading().length();
        }

        /** On one line, or the comment below the code; what is still too wide is wrapped. */
        Seq<String> within(int room) {
            int body = code.indexOf(BODY);
            if (body > 0 && code.length() > room) {
                return new Line(code.substring(0, body + 2), "")
                        .within(room)
                        .appendAll(new Line("  " + code.substring(body + BODY.length()), comment).within(room));
            }
            if (whole().length() <= room || comment.isEmpty() || code.isBlank()) {
                return wrapped(whole(), indent(), room);
            }
            int below = code.endsWith("()") ? indent() + 2 : indent();
            return wrapped(code, indent(), room).appendAll(wrapped(" ".repeat(below) + "// " + comment, below, room));
        }

        private static Seq<String> wrapped(String text, int indent, int room) {
            String margin = " ".repeat(indent);
            return text.length() <= room
                    ? Vector.of(text)
                    : Vector.ofAll(Wrap.hanging(text.substring(indent), room - indent))
                            .map(line -> margin + line);
        }
    }

    /** The width that it takes when nothing is wrapped, but comments may stand below. */
    int width() {
        return lines.map(line -> Math.max(
                        line.code().length(),
                        line.comment().isEmpty()
                                ? 0
                                : line.indent() + 3 + line.comment().length()))
                .max()
                .getOrElse(0);
    }
}
