package pagelife.models.fsdax;

import io.vavr.collection.Vector;
import pagelife.models.Setting;

/** How much of everything a model has. The usual value comes first. */
public enum Bound {
    /** Pages of the device, and indices of each file. */
    PAGES("pages", "pages of the device; at first the blocks of the first file", "1 2 3"),
    /** Address spaces. */
    MMS("mms", "address spaces; the n-th maps the n-th file, round and round", "1 2 3"),
    /** Files. */
    FILES("files", "files; all but the first start with holes", "1 2"),
    /** Faults. */
    FAULTS("faults", "page faults, spread over address spaces, then over pages", "1 0 2 3 4"),
    /** Slow GUPs. */
    SLOW_GUPS("slowGups", "pins by get_user_pages under locks", "1 0 2 3"),
    /** Fast GUPs. */
    FAST_GUPS("fastGups", "pins by get_user_pages_fast without locks", "1 0 2 3"),
    /** Unmappings. */
    MUNMAPS("munmaps", "times an address space may unmap the file", "1 0 2 3"),
    /** Truncates. */
    TRUNCATES("truncates", "truncates or hole punches, spread over files", "1 0 2"),
    /** Whether a signal may end a truncate's sleep. */
    SIGNALS("signals", "1: a signal may end the sleep of a truncate", "0 1"),
    /** Whether the device is removed. */
    REMOVALS("removals", "1: the device is removed", "1 0"),
    /** Invalidations of one entry. */
    INVALIDATIONS("invalidations", "deletions of a clean DAX entry that ask nobody", "0 1"),
    /** Whether programs fault and pin without end. */
    REPEATS("repeats", "1: who has faulted or pinned may do so again, without end", "0 1");

    private final String label;
    private final String summary;
    private final String values;

    Bound(String label, String summary, String values) {
        this.label = label;
        this.summary = summary;
        this.values = values;
    }

    /** The bound as a setting: its name, what it counts, its values. */
    public Setting setting() {
        return new Setting(label, summary, Vector.of(values.split(" ")));
    }
}
