package pagelife.checker.model;

/** How {@link Step#take} says that a step fails: for those who run steps. */
public final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    StepFailed(Failure failure, Throwable cause) {
        super(failure.toString(), cause, false, false);
        this.failure = failure;
    }

    /** How it failed. */
    public Failure failure() {
        return failure;
    }
}
