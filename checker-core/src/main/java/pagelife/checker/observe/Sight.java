package pagelife.checker.observe;

import java.util.function.Predicate;
import pagelife.checker.model.View;

/** What was seen of a recorded task. */
public sealed interface Sight {
    /**
     * It begins an operation: nothing of it was done before.
     *
     * @param call the call as its program writes it, such as {@code pin slow mm0 0}
     */
    record Begins(String call) implements Sight {
        @Override
        public String toString() {
            return "begins " + call;
        }
    }

    /** A step that it takes, or has taken, says so. */
    record Shows(Label label) implements Sight {
        @Override
        public String toString() {
            return label.toString();
        }
    }

    /**
     * It finds the state to be so.
     *
     * @param words what is so, such as {@code P0 has 1 reference}
     * @param condition the same, a pure function of what it reads
     */
    record Finds(String words, Predicate<View> condition) implements Sight {
        @Override
        public String toString() {
            return "finds " + words;
        }
    }

    /** Its operation has returned: nothing of it is left to be done. */
    record Ends() implements Sight {
        @Override
        public String toString() {
            return "is done";
        }
    }

    /** It does something that no model step stands for: whatever its last step shows has been shown. */
    record Quiet() implements Sight {
        @Override
        public String toString() {
            return "does something else";
        }
    }

    /** It gets a CPU. */
    record On() implements Sight {
        @Override
        public String toString() {
            return "is on a CPU";
        }
    }

    /** It has no CPU any more: until it is {@link On} it takes no step. */
    record Off() implements Sight {
        @Override
        public String toString() {
            return "is off its CPU";
        }
    }
}
