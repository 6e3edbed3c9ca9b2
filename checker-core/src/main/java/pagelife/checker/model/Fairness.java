package pagelife.checker.model;

/** What a run owes to a step or to an actor. Only temporal properties depend on it. */
public enum Fairness {
    /** Nothing: a user program may stop forever. */
    NONE,
    /** What is possible from some point on without a break is taken in the end. */
    WEAK,
    /** What is possible again and again is taken in the end. */
    STRONG
}
