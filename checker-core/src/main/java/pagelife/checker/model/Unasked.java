package pagelife.checker.model;

import io.vavr.control.Option;

/**
 * Part of a claim that may turn out not to apply to the model that it is asked about, such as a test of a task that is
 * not there. A claim that would hold but for such a part is undecided, so that none passes without being asked.
 */
public interface Unasked {
    /** Why it was not asked in some state so far; empty if it was asked in all. */
    Option<String> unasked();
}
