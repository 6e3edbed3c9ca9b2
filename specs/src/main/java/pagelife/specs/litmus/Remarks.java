package pagelife.specs.litmus;

import pagelife.checker.model.TextException;

/**
 * Takes remarks out of the text of a litmus test: {@code # to the end of the line} and {@code (* to here *)}, outside
 * quotes.
 */
final class Remarks {
    private final String written;
    private final StringBuilder text;
    private int at;

    private Remarks(String written) {
        this.written = written;
        this.text = new StringBuilder(written);
    }

    /** The text with a blank for each character of a remark, so that what is left stands where it stood. */
    static String blank(String written) {
        return new Remarks(written).blanked();
    }

    private String blanked() {
        while (at < written.length()) {
            char sign = written.charAt(at);
            if (sign == '#') {
                blankTo(end("\n", written.length()));
            } else if (written.startsWith("(*", at)) {
                blankTo(closing("*)", "the remark has no *): write one") + 2);
            } else if (sign == '"') {
                at++;
                at = closing("\"", "the \" has no second one: write one") + 1;
            } else {
                at++;
            }
        }
        return text.toString();
    }

    private int closing(String sign, String missing) {
        int end = end(sign, -1);
        if (end < 0) {
            throw new TextException(missing, sign.equals("\"") ? at - 1 : at);
        }
        return end;
    }

    private int end(String sign, int none) {
        int end = written.indexOf(sign, at);
        return end < 0 ? none : end;
    }

    private void blankTo(int end) {
        for (; at < end; at++) {
            if (written.charAt(at) != '\n') {
                text.setCharAt(at, ' ');
            }
        }
    }
}
