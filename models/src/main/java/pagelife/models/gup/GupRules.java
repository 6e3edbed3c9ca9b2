package pagelife.models.gup;

import pagelife.models.Rule;

/** The rules and bounds of pin accounting. */
final class GupRules {
    static final Rule<Scene> SCENE = Rule.of("scene", "what is shown", Scene.BIAS);
    static final Rule<Amount> PIN_ADDS = Rule.of("pinAdds", "what a pin adds to the count", Amount.BIAS);
    static final Rule<Amount> UNPIN_DROPS = Rule.of("unpinDrops", "what an unpin takes off it", Amount.BIAS);
    static final Rule<Boolean> FORK_SEQUENCE =
            Rule.flag("forkSequence", "fork and fast GUP see each other by a sequence count", true);
    static final Rule<Boolean> UNSHARES =
            Rule.flag("unshares", "fast GUP does not pin a page that is shared read-only", true);
    static final Rule<Boolean> VMA_GATE = Rule.flag("vmaGate", "slow GUP refuses long-term pins of a DAX VMA", true);
    static final Rule<Boolean> DEVMAP_GATE =
            Rule.flag("devmapGate", "fast GUP refuses long-term pins of devmap entries", true);
    static final Rule<Boolean> PINNABLE_GATE =
            Rule.flag("pinnableGate", "fast GUP refuses them by the page, after its grab", false);
    static final Rule<Boolean> TRY_GET = Rule.flag("tryGet", "a count of 0 or less is never raised", true);

    static final Rule<Integer> BIAS = Rule.number("bias", "what a pin adds to a count", 4);
    static final Rule<Integer> GETS = Rule.number("gets", "plain references", 3, 0, 1, 2);
    static final Rule<Integer> PINS = Rule.number("pins", "pins", 1, 0, 2);
    static final Rule<Access> PIN_FOR =
            Rule.of("pinFor", "what the pin is for; for reading, the page is mapped read-only", Access.WRITING);
    static final Rule<Integer> COUNT_BITS = Rule.number("countBits", "bits of a count", 3, 4);

    private GupRules() {}

    /** What is shown. */
    enum Scene {
        BIAS,
        FORK,
        LONG_TERM,
        OVERFLOW
    }

    /** How much is added to a count, or taken off it. */
    enum Amount {
        BIAS,
        ONE
    }

    /** What a pin is for. */
    enum Access {
        WRITING,
        READING;

        @Override
        public String toString() {
            return Rule.text(this);
        }
    }
}
