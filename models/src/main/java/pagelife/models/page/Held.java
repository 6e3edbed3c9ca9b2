package pagelife.models.page;

/**
 * References on a page that an actor holds where it stands.
 *
 * @param page the page
 * @param kind for how long
 * @param refs how many, as counted in the page
 */
public record Held(PageId page, Kind kind, int refs) {
    /** For how long a reference is meant to be held. */
    public enum Kind {
        /** A pin: as long as its holder likes. */
        PIN,
        /** For a few steps of the kernel. */
        TRANSIENT
    }

    /** A pin. */
    public static Held pin(PageId page, int refs) {
        return new Held(page, Kind.PIN, refs);
    }

    /** A reference that the holder is about to drop or to turn into something else. */
    public static Held shortly(PageId page, int refs) {
        return new Held(page, Kind.TRANSIENT, refs);
    }

    /** The same as a fact about the actor called {@code holder}. */
    Holds by(TaskId holder) {
        return kind == Kind.PIN ? Holds.pin(holder, page, refs) : Holds.shortly(holder, page, refs);
    }
}
