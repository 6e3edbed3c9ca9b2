package pagelife.reports.reproduce;

import java.nio.charset.StandardCharsets;

/** Names of litmus tests as C text: whatever they are, they end no string and no comment. */
final class CText {
    private CText() {}

    /** A string literal; all but plain letters, digits and signs is written as octal digits. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (byte sign : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = sign >= ' ' && sign < 0x7f && "\"\\?%".indexOf(sign) < 0;
            literal.append(plain ? Character.toString(sign) : String.format("\\%03o", sign & 0xff));
        }
        return literal.append('"').toString();
    }

    /** A part of an identifier. */
    static String identifier(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "_");
    }

    /** Text within a comment, of one line: what could begin or end one, or a line, is taken apart. */
    static String remark(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replaceAll("\\*(?=/)", "* ")
                .replaceAll("/(?=\\*)", "/ ")
                .replace('\\', '/')
                .replaceAll("[^\\x20-\\x7e]", "?");
    }
}
