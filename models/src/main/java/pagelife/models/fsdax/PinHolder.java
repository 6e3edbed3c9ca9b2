package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import pagelife.models.Rule;

/** Who holds a pin, and so how it is dropped. */
public enum PinHolder {
    /** A driver: {@code unpin_user_page}. */
    DRIVER("driver", "unpin_user_page", Rules.UNPIN_WAKES),
    /** A pipe, after vmsplice: {@code put_page}. */
    PIPE("pipe", "put_page", Rules.PUT_PAGE_WAKES),
    /** Direct I/O in flight: {@code __bio_release_pages}. */
    DIRECT_IO("direct-io", "__bio_release_pages", Rules.DIRECT_IO_WAKES);

    private final String label;
    private final String put;
    private final Rule<Boolean> wakes;

    PinHolder(String label, String put, Rule<Boolean> wakes) {
        this.label = label;
        this.put = put;
        this.wakes = wakes;
    }

    /** The function by which it lets go. */
    String put() {
        return put;
    }

    /** The rule that says whether it wakes when it lets go. */
    Rule<Boolean> wakes() {
        return wakes;
    }

    /** The one of {@code among} that lets go by the function {@code put}. */
    static PinHolder putting(Seq<PinHolder> among, String put) {
        return among.find(holder -> holder.put.equals(put)).get();
    }

    @Override
    public String toString() {
        return label;
    }
}
