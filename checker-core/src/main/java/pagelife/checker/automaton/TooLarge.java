package pagelife.checker.automaton;

import java.io.Serial;

/** A formula asks for an automaton beyond the limits of {@link Translation}. */
public final class TooLarge extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    TooLarge(String what) {
        super(
                "the formula is too large: its automaton needs more than " + what
                        + "; split it into several properties",
                null,
                false,
                false);
    }
}
