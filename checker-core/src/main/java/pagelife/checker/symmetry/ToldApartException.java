package pagelife.checker.symmetry;

import pagelife.checker.model.ModelException;

/** Somebody can tell apart identities that were taken to be alike: a search does without them. */
public final class ToldApartException extends ModelException {
    private static final long serialVersionUID = 1;

    private final transient Rearrangement which;

    /**
     * With what tells them apart as the message.
     *
     * @param which the identities that cannot change places
     */
    public ToldApartException(Rearrangement which, String why) {
        super(why);
        this.which = which;
    }

    /** The identities that cannot change places. */
    public Rearrangement which() {
        return which;
    }
}
