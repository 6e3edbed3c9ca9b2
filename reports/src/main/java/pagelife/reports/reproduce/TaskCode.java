package pagelife.reports.reproduce;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Written;

/**
 * The C statements of a task.
 *
 * @param calls all calls of the task, before and while it runs: they say how its pins end, and so how it takes them
 * @param writesOnly whether a touch is a store
 */
record TaskCode(Seq<Written.Call> calls, boolean writesOnly) {
    /** The flags that a pin may say. */
    private static final Seq<String> FLAGS = Vector.of("get", "pin", "longterm");

    /**
     * Statements, and what they are made of.
     *
     * @param text the statements, a line each
     * @param parts the sections of the C text that they need
     * @param said for each operation what it is here, and what of it cannot be done
     */
    record Code(String text, Set<String> parts, Map<String, Said> said) {
        static final Code NONE = new Code("", LinkedHashSet.empty(), LinkedHashMap.empty());

        Code and(Code next) {
            return new Code(text + next.text, parts.addAll(next.parts), said.merge(next.said));
        }

        Code within(String before, String after) {
            return new Code(before + text + after, parts, said);
        }

        private Code taking(String part) {
            return new Code(text, parts.add(part), said);
        }
    }

    /**
     * What an operation is here.
     *
     * @param does what is called
     * @param cannot what of it user space has no part in; empty for nothing
     */
    record Said(String does, String cannot) {}

    /** What of an operation this program has no statement for. */
    static Seq<String> unknown(Seq<Written.Call> calls) {
        return calls.map(TaskCode::words)
                .filter(words ->
                        !isPin(words) && !isUnpin(words) && Deeds.of(words).isEmpty())
                .map(words -> words.mkString(" "))
                .distinct();
    }

    /** How often pins are taken by these calls. */
    static int pins(Seq<Written.Call> calls) {
        return calls.count(call -> isPin(words(call)));
    }

    /** The statements of a program of this task. */
    Code of(Written program, int depth) {
        if (program instanceof Written.Call call) {
            return of(call, depth);
        }
        if (program instanceof Written.Loop loop) {
            return loop(loop.body(), depth);
        }
        return program instanceof Written.Sequence sequence
                ? sequence.parts().foldLeft(Code.NONE, (code, part) -> code.and(of(part, depth)))
                : either(((Written.Either) program).alternatives(), depth);
    }

    private Code loop(Written body, int depth) {
        String variable = "turn" + depth;
        return of(body, depth + 1)
                .within(
                        tabs(depth) + "for (unsigned long " + variable + " = 0; " + variable + " < turns; " + variable
                                + "++) {\n",
                        tabs(depth) + "}\n")
                .taking("loop");
    }

    private Code either(Seq<Written> alternatives, int depth) {
        return alternatives
                .zipWithIndex()
                .map(one -> of(one._1(), depth + 1)
                        .within(tabs(depth) + "case " + one._2() + ":\n", tabs(depth + 1) + "break;\n"))
                .foldLeft(Code.NONE, Code::and)
                .within(tabs(depth) + "switch (choose(task, " + alternatives.size() + ")) {\n", tabs(depth) + "}\n")
                .taking("choose");
    }

    private Code of(Written.Call call, int depth) {
        Seq<String> words = words(call);
        if (isPin(words)) {
            return pin(words, depth);
        }
        if (isUnpin(words)) {
            return unpin(words, depth);
        }
        Deed deed = Deeds.of(spoken(words)).get();
        Option<String> statement = deed.statement().apply(Deeds.arguments(deed, words));
        return code(statement, words, depth, LinkedHashSet.ofAll(deed.parts()), deed.operation(), said(deed));
    }

    /** A touch where the model has no faults but those of writes. */
    private Seq<String> spoken(Seq<String> words) {
        return writesOnly && words.head().equals(Deeds.TOUCH) ? words.tail().prepend(Deeds.WRITE) : words;
    }

    private static Said said(Deed deed) {
        return new Said(deed.does(), deed.cannot());
    }

    private Code pin(Seq<String> words, int depth) {
        Arguments arguments = new Arguments(words.drop(2));
        Way usual = usual(words.get(1), words.get(2));
        Way way = usual == Way.LONGTERM ? usual : way(usual, arguments);
        Option<String> statement =
                Deeds.call("op_pin", way, arguments.mm(), arguments.index().getOrElse(0));
        int name = FLAGS.contains(words.get(2)) ? 3 : 2;
        String operation = words.take(name).mkString(" ") + (way == usual ? "" : " for " + way.holder());
        return code(
                statement,
                words,
                depth,
                LinkedHashSet.of("pin", way.part()),
                operation,
                new Said(way.does(), way.cannot()));
    }

    /** The pin is kept as whoever drops it in the end does, where a task says so. */
    private Way way(Way usual, Arguments pin) {
        return calls.map(TaskCode::words)
                .filter(TaskCode::isUnpin)
                .map(words -> new Arguments(words.tail()))
                .filter(end -> end.holder().isDefined() && ends(end, pin))
                .headOption()
                .map(end -> Way.heldBy(end.holder().get()))
                .getOrElse(usual);
    }

    /** How a pin of this path, with this flag, is kept if nobody says otherwise. */
    private static Way usual(String path, String flag) {
        return switch (flag) {
            case "get" -> Way.FAST;
            case "longterm" -> Way.LONGTERM;
            case "pin" -> path.equals("fast") ? Way.DIRECT : Way.SLOW;
            default -> path.equals("fast") ? Way.FAST : Way.SLOW;
        };
    }

    private static boolean ends(Arguments end, Arguments pin) {
        return end.index().isEmpty() || end.index().equals(pin.index()) && end.mm() == pin.mm();
    }

    private Code unpin(Seq<String> words, int depth) {
        Arguments arguments = new Arguments(words.tail());
        boolean there = arguments.index().isDefined();
        if (pins(calls) == 0) {
            return code(
                    Option.none(),
                    words,
                    depth,
                    LinkedHashSet.empty(),
                    Deeds.UNPIN,
                    new Said("nothing: no pin is held", ""));
        }
        Option<String> statement = there
                ? Deeds.call("op_unpin_there", arguments.mm(), arguments.index().get())
                : Deeds.call("op_unpin");
        return code(
                statement,
                words,
                depth,
                LinkedHashSet.of(there ? "unpin-there" : "unpin"),
                Deeds.UNPIN,
                new Said("the end of what keeps the pin", ""));
    }

    private static Code code(
            Option<String> statement, Seq<String> words, int depth, Set<String> parts, String operation, Said said) {
        String remark = "/* " + CText.remark(words.mkString(" ")) + " */\n";
        String line = statement.map(call -> call + ";\t").getOrElse("") + remark;
        return new Code(tabs(depth) + line, parts, LinkedHashMap.of(operation, said));
    }

    private static boolean isPin(Seq<String> words) {
        return words.size() > 2
                && words.head().equals(Deeds.PIN)
                && Vector.of("slow", "fast").contains(words.get(1));
    }

    private static boolean isUnpin(Seq<String> words) {
        return words.head().equals(Deeds.UNPIN);
    }

    private static Seq<String> words(Written.Call call) {
        return call.words().map(word -> word.text());
    }

    private static String tabs(int depth) {
        return "\t".repeat(depth);
    }
}
