package pagelife.models.migrate;

import io.vavr.control.Option;
import pagelife.models.page.PageId;
import pagelife.models.page.PageRef;

/** A page-table entry of the anonymous memory. */
public enum Entry implements PageRef {
    /** Nothing. */
    NONE("none"),
    /** The host page, counted. */
    HOST("host page"),
    /** A migration entry: whoever meets it waits. */
    MIGRATION("migration entry"),
    /** The device page, by an entry that {@code vm_normal_page} does not see. */
    DEVMAP("device page, devmap"),
    /** The device page, counted. */
    NORMAL("device page"),
    /** The device page, by a swap entry: counted, not present. */
    PRIVATE("device-private entry");

    private final String text;

    Entry(String text) {
        this.text = text;
    }

    /** Whether it refers to the device page. */
    public boolean isDevice() {
        return this == DEVMAP || this == NORMAL || this == PRIVATE;
    }

    /** Whether the CPU can use it without a fault. */
    public boolean isPresent() {
        return this == HOST || this == DEVMAP || this == NORMAL;
    }

    @Override
    public Option<PageId> page() {
        return Option.when(isDevice(), Kernel.DEVICE).orElse(Option.when(this == HOST, Kernel.HOST));
    }

    /** Whether zap and fork count for it. */
    @Override
    public boolean isCounted() {
        return this == HOST || this == NORMAL || this == PRIVATE;
    }

    @Override
    public String toString() {
        return text;
    }
}
