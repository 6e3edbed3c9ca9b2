package pagelife.models.page;

import io.vavr.control.Option;

/**
 * Whether the CPU of a task takes interrupts: while it does not, no TLB flush by interrupt ends.
 *
 * @param walks the address space whose page tables it walks with interrupts off; empty when it takes interrupts
 */
public record Irqs(Option<MmId> walks) {
    /** It takes interrupts. */
    public static final Irqs ON = new Irqs(Option.none());

    /** It walks the page tables of {@code mm}, and takes none. */
    public static Irqs off(MmId mm) {
        return new Irqs(Option.some(mm));
    }

    /** Whether it takes none. */
    public boolean isOff() {
        return walks.isDefined();
    }

    @Override
    public String toString() {
        return walks.map(mm -> "OFF, walks " + mm).getOrElse("ON");
    }
}
