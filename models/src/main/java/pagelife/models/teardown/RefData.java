package pagelife.models.teardown;

/** The memory of a percpu reference. */
public enum RefData {
    /** It is there. */
    ALLOCATED,
    /** It is freed: {@code percpu_ref_exit}. */
    FREED
}
