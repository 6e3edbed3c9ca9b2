package pagelife.specs.litmus;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.checker.model.Written;

/**
 * Reads litmus tests: the first line, what it shows, sections in braces, the table of the tasks, the conditions.
 *
 * <p>Every position that it hands on, in words and in mistakes, is one of the file.
 */
final class LitmusParser {
    private static final Vector<String> SECTIONS = Vector.of("rules", "bounds", "fairness", "setup");

    private final SourceText text;

    LitmusParser(String written) {
        this.text = new SourceText(written);
    }

    Litmus litmus() {
        Vector<Word> first = first();
        String about = text.quoted();
        LinkedHashMap<String, Word> sections = sections();
        return new Litmus(
                first.get(1),
                first.get(2).text(),
                about,
                settings(sections.get("rules")),
                settings(sections.get("bounds")),
                sections.get("fairness"),
                sections.get("setup").map(LitmusParser::program),
                TableParser.columns(text),
                ConditionParser.conditions(text));
    }

    private Vector<Word> first() {
        Vector<Word> words = text.isAtEnd() ? Vector.empty() : text.takeLine().words();
        if (words.isEmpty() || !words.head().text().equals(Litmus.FIRST_WORD)) {
            throw wrongFirst(words.headOption());
        }
        if (words.size() != 3) {
            throw wrongFirst(words.size() < 3 ? words.lastOption() : Option.some(words.get(3)));
        }
        return words;
    }

    private static TextException wrongFirst(Option<Word> where) {
        return new TextException(
                "a litmus test begins with " + Litmus.FIRST_WORD
                        + ", a variant and a name of one word: write for example " + Litmus.FIRST_WORD
                        + " fsdax/6.1 two-pins",
                where.map(Word::at).getOrElse(0));
    }

    private LinkedHashMap<String, Word> sections() {
        LinkedHashMap<String, Word> read = LinkedHashMap.empty();
        while (true) {
            Option<String> next = SECTIONS.find(text::opens);
            if (next.isEmpty()) {
                return read;
            }
            if (read.containsKey(next.get())) {
                throw new TextException(
                        next.get() + " is given twice: write one " + next.get() + " { ... } with all of it", text.at());
            }
            read = read.put(next.get(), text.braced());
        }
    }

    /** The {@code name=value} words of a section; commas and semicolons may stand between them. */
    private static Seq<Word> settings(Option<Word> section) {
        Seq<Word> words = section.toVector()
                .flatMap(all -> new SourceText.Line(all.at(), all.text().replaceAll("[\\n;,]", " ")).words());
        words.find(word -> word.text().indexOf('=') <= 0).forEach(word -> {
            throw new TextException("\"" + word + "\" sets nothing: write name=value", word.at());
        });
        return words;
    }

    private static Written program(Word section) {
        int end = section.at() + section.text().length();
        return Written.parse(SourceText.only(Vector.of(section), end));
    }
}
