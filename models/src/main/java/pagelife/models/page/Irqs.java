package pagelife.models.page;

/** Whether the CPU of a task takes interrupts. */
public enum Irqs {
    /** It does. */
    ON,
    /** It does not: no TLB flush by interrupt ends before it does again. */
    OFF
}
