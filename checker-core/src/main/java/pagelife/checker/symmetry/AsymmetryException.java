package pagelife.checker.symmetry;

import pagelife.checker.model.ModelException;

/** Somebody can tell apart tasks that were taken to be alike. The message says who, and where. */
public final class AsymmetryException extends ModelException {
    private static final long serialVersionUID = 1;

    /** With this message. */
    public AsymmetryException(String message) {
        super(message);
    }
}
