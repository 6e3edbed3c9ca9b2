package pagelife.reports.html;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page around the data. The browser is told to load nothing from anywhere, and to run no script and obey no style
 * but those that stand in it, by their hashes: whatever a model calls its cells, it stays text.
 *
 * @param connects what the page may connect to, in the words of a content security policy
 */
record Template(String connects) {
    private static final Seq<String> SCRIPTS =
            Vector.of("data", "dom", "run", "space", "head", "race", "state", "plot", "walk", "page");

    /** A page that needs no network, and has none. */
    static Template alone() {
        return new Template("'none'");
    }

    /** A page that asks the server that it came from. */
    static Template served() {
        return new Template("'self'");
    }

    /**
     * The page.
     *
     * @param title its title
     * @param data a JSON document
     */
    String page(String title, String data) {
        String style = read("page.css");
        String script =
                SCRIPTS.map(name -> read(name + ".js")).mkString("'use strict';\n(() => {\n", "\n", "\n})();\n");
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; connect-src " + connects
                + "; style-src " + hash(style) + "; script-src " + hash(script);
        return read("page.html")
                .replace("@policy@", policy)
                .replace("@title@", markup(title))
                .replace("@style@", style)
                .replace("@script@", script)
                .replace("@data@", island(data));
    }

    /**
     * A JSON document as the text of a script element: whatever might end that, begin a comment in it, or end a line of
     * a script is escaped, as JSON allows in its strings, where alone such characters stand.
     */
    static String island(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** {@code text} as text of HTML. */
    static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream stream = Template.class.getResourceAsStream("/page/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource page/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
