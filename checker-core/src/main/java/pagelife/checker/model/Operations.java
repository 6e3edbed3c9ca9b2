package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;

/**
 * The operations of a protocol: what its tasks can be asked to do, and so the meaning of programs that are written
 * down. Several may have one name when they take different numbers of arguments. Immutable.
 *
 * @param all the operations, in the order to list them
 */
public record Operations(Seq<Operation> all) {
    /** None: a protocol whose tasks are given. */
    public static final Operations NONE = new Operations(Vector.empty());

    /** These operations. */
    public static Operations of(Operation... all) {
        return new Operations(Vector.of(all));
    }

    /**
     * The program that {@code written} stands for.
     *
     * @throws TextException where it calls what is no operation, or gives it what it does not take
     */
    public Program read(Written written) {
        if (written instanceof Written.Call call) {
            return read(call);
        }
        if (written instanceof Written.Loop loop) {
            return new Program.Loop(read(loop.body()));
        }
        return written instanceof Written.Sequence sequence
                ? new Program.Sequence(sequence.parts().map(this::read))
                : new Program.Either(((Written.Either) written).alternatives().map(this::read));
    }

    private Program read(Written.Call call) {
        Seq<Operation> named = named(call);
        int arguments = call.words().size() - words(named.head()).size();
        Operation operation = named.find(one -> one.parameters().size() == arguments)
                .getOrElseThrow(() -> wrong(
                        call,
                        "\"" + call + "\" is not how it is asked for: write "
                                + named.map(Operation::usage).mkString(" or ")));
        Seq<Word> given = call.words().takeRight(arguments);
        return operation.call(
                given.zipWith(operation.parameters(), Operations::argument).toJavaArray());
    }

    /** The operations that begin as the call does; those with the longest name. */
    private Seq<Operation> named(Written.Call call) {
        Seq<Operation> named = all.filter(one -> call.words().map(Word::text).startsWith(words(one)));
        Option<Integer> longest = named.map(one -> words(one).size()).max();
        if (longest.isEmpty()) {
            throw wrong(call, "there is no operation \"" + call + "\": " + known());
        }
        return named.filter(one -> words(one).size() == longest.get());
    }

    private String known() {
        return all.isEmpty()
                ? "the tasks of this protocol are given, and it has no operations to write programs with"
                : "there are " + all.map(Operation::usage).mkString(", ");
    }

    private static Seq<String> words(Operation operation) {
        return Vector.ofAll(Arrays.asList(operation.name().split(" ")));
    }

    private static Object argument(Word word, Sort<?> sort) {
        return sort.value(word.text())
                .getOrElseThrow(() -> new TextException(
                        word + " is none of the " + sort.name() + ": there are "
                                + sort.values().mkString(", "),
                        word.at()));
    }

    private static TextException wrong(Written.Call call, String message) {
        return new TextException(message, call.words().map(Word::at).min().getOrElse(0));
    }
}
