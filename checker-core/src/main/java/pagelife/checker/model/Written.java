package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A program as it is written, before anybody knows which operations there are:
 *
 * <pre>{@code
 * pin slow mm0 0; pin slow mm0 1; unpin mm0 0
 * loop { read mm0 0 }
 * either { munmap mm0 } or { truncate f; read mm0 0 }
 * }</pre>
 *
 * <p>A semicolon and the end of a line separate. {@link Operations#read} gives it its meaning. Immutable.
 */
public sealed interface Written {
    /** An operation with its arguments. */
    record Call(Seq<Word> words) implements Written {
        @Override
        public String toString() {
            return words.mkString(" ");
        }
    }

    /** One after the other; nothing at all when there are no parts. */
    record Sequence(Seq<Written> parts) implements Written {
        @Override
        public String toString() {
            return parts.mkString("; ");
        }
    }

    /** Again and again, without end. */
    record Loop(Written body) implements Written {
        @Override
        public String toString() {
            return "loop { " + body + " }";
        }
    }

    /** Any one of them. */
    record Either(Seq<Written> alternatives) implements Written {
        @Override
        public String toString() {
            return alternatives.map(one -> "{ " + one + " }").mkString("either ", " or ", "");
        }
    }

    /**
     * Reads a program.
     *
     * @throws TextException where it is not one
     */
    static Written parse(String text) {
        return read(WrittenParser.words(text), text.length());
    }

    /**
     * Reads a program that is split into words already: a semicolon and each brace is a word.
     *
     * @param end where the text ends, for what is missing there
     * @throws TextException where it is not one
     */
    static Written read(Seq<Word> words, int end) {
        return new WrittenParser(words, end).program();
    }

    /** The calls in it, in the order in which they are written. */
    default Seq<Call> calls() {
        if (this instanceof Call call) {
            return Vector.of(call);
        }
        if (this instanceof Loop loop) {
            return loop.body().calls();
        }
        return (this instanceof Sequence sequence ? sequence.parts() : ((Either) this).alternatives())
                .flatMap(Written::calls);
    }

    /** Whether an operation of this name is called. */
    default boolean calls(String operation) {
        Seq<String> name = Vector.of(operation.split(" "));
        return calls().exists(call -> call.words().map(Word::text).startsWith(name));
    }
}
