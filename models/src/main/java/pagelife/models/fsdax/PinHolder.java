package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import pagelife.models.Rule;

/** Who holds a pin, and so how it is dropped. */
public enum PinHolder {
    /** A driver: {@code unpin_user_page}. */
    DRIVER("driver", "unpin_user_page"),
    /** A pipe, after vmsplice: {@code put_page}. */
    PIPE("pipe", "put_page"),
    /** Direct I/O in flight: {@code __bio_release_pages}. */
    DIRECT_IO("direct-io", "__bio_release_pages");

    private final String label;
    private final String put;

    PinHolder(String label, String put) {
        this.label = label;
        this.put = put;
    }

    /** The function by which it lets go. */
    String put() {
        return put;
    }

    /** The rule that says whether it wakes when it lets go. */
    Rule<Boolean> wakes() {
        return switch (this) {
            case DRIVER -> Rules.UNPIN_WAKES;
            case PIPE -> Rules.PUT_PAGE_WAKES;
            case DIRECT_IO -> Rules.DIRECT_IO_WAKES;
        };
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
