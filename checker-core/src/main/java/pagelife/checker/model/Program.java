package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What a task does: operations one after the other, with choices and loops. Immutable. */
public sealed interface Program {
    /** One operation with its arguments; see {@link Operation#call}. */
    record Call(Operation operation, Seq<Object> arguments) implements Program {
        @Override
        public String toString() {
            return arguments.prepend(operation).mkString(" ");
        }
    }

    /** One after the other. */
    record Sequence(Seq<Program> parts) implements Program {
        @Override
        public String toString() {
            return parts.mkString("; ");
        }
    }

    /** Again and again, without end. */
    record Loop(Program body) implements Program {
        @Override
        public String toString() {
            return "loop { " + body + " }";
        }
    }

    /** Any one of them. */
    record Either(Seq<Program> alternatives) implements Program {
        @Override
        public String toString() {
            return alternatives.map(one -> "{ " + one + " }").mkString("either ", " or ", "");
        }
    }

    /** The parts one after the other. */
    static Program of(Program... parts) {
        return parts.length == 1 ? parts[0] : new Sequence(Vector.of(parts));
    }

    /** The parts one after the other, again and again. */
    static Program loop(Program... parts) {
        return new Loop(of(parts));
    }

    /** Any one of the alternatives. */
    static Program either(Program... alternatives) {
        return new Either(Vector.of(alternatives));
    }
}
