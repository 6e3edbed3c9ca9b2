package pagelife.specs.threads;

import pagelife.checker.result.Verdict;
import pagelife.models.Settings;

/**
 * Which kernels an experiment speaks of.
 *
 * @param kind whether there were such kernels
 * @param since the first version, where there were; else empty
 */
public record Stage(Kind kind, String since) {
    /** Whether there were such kernels. */
    public enum Kind {
        /** It is in releases. */
        LANDED,
        /** Somebody proposed it, and it was not merged as it was. */
        PROPOSED,
        /** Nobody proposed it: it shows what something is good for. */
        WHAT_IF
    }

    /** A proposal that was not merged as it was. */
    static final Stage PROPOSED = new Stage(Kind.PROPOSED, "");

    /** A kernel that nobody proposed. */
    static final Stage WHAT_IF = new Stage(Kind.WHAT_IF, "");

    /** Kernels from a version on. */
    static Stage landed(String since) {
        return new Stage(Kind.LANDED, since);
    }

    /** Begins an experiment on a variant of this stage. */
    Setup on(String variant) {
        return new Setup(this, variant, Settings.NONE, Settings.NONE);
    }

    /** The stage in a word or two: {@code 5.18}, {@code proposed}, {@code what if}. */
    public String label() {
        return switch (kind) {
            case LANDED -> since;
            case PROPOSED -> "proposed";
            case WHAT_IF -> "what if";
        };
    }

    /**
     * An experiment under declaration.
     *
     * @param stage which kernels it speaks of
     * @param variant the full name of a variant
     * @param rules rules set otherwise than in the variant
     * @param bounds bounds set otherwise than in the variant
     */
    record Setup(Stage stage, String variant, Settings rules, Settings bounds) {
        /** With rules set otherwise, written {@code name=value name=value}. */
        Setup rules(String text) {
            return new Setup(stage, variant, Settings.parse(text), bounds);
        }

        /** With bounds set otherwise, written {@code name=value name=value}. */
        Setup bounds(String text) {
            return new Setup(stage, variant, rules, Settings.parse(text));
        }

        /** The statement says that the property, named in full or by its first word, holds. */
        Prediction holds(String property) {
            return new Prediction(this, property, Verdict.HOLDS);
        }

        /** The statement says that the property is broken. */
        Prediction fails(String property) {
            return new Prediction(this, property, Verdict.VIOLATED);
        }

        /** The statement says that what the property asks for does not happen. */
        Prediction never(String property) {
            return new Prediction(this, property, Verdict.NEVER_HAPPENS);
        }
    }
}
