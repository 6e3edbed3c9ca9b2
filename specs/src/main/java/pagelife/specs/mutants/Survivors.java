package pagelife.specs.mutants;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import pagelife.models.Variant;

/** Why some mutants may survive: what they do is as good, or is seen by nobody whom these models have. */
public final class Survivors {
    private static final String NOBODY_WAITED_FOR =
            "it would wait for a pin that is being taken; the pin itself nobody waits for, so that the claims that would"
                    + " notice are broken without the mistake";

    private static final String LOOKS_AGAIN = "who wakes without a reason looks again and sleeps again";

    private static final String NOT_QUEUED =
            "who is in no queue takes itself for woken, and looks at the entry again, until it is not locked";

    private static final String COUNTED_FOR_CLAIMS =
            "it is counted for the claims only, which bound it from above: a count that stays is never too large";

    private static final Map<String, String> FSDAX = HashMap.of(
            "truncate t4: leaves out its write of entryWaiters",
            NOT_QUEUED,
            "truncate t10: leaves out its write of entryWaiters",
            NOT_QUEUED,
            "remove r0b: leaves out its write of entryWaiters",
            NOT_QUEUED,
            "remove r0g: changes places with r1",
            "the file system is shut down by then: whoever gets in finds no block, whether the device is dead or not",
            "truncate t6: lets others in before its first write",
            "what it found idle may be used again before it has left the queue: it looks at all pages again in any"
                    + " case",
            "truncate t8: does not wait",
            LOOKS_AGAIN,
            "remove r5: does not wait",
            NOBODY_WAITED_FOR);

    private static final Map<String, String> DEVDAX = HashMap.of(
            "touch v5: leaves out its write of page",
            "the claim that would notice, INV-7, is broken without the mistake: entries are set before the mapping",
            "remove r1: lets others in before its first write",
            "a device that is set up stays so, and to declare it dead twice is as good as once",
            "remove r5: does not wait",
            NOBODY_WAITED_FOR);

    private static final Map<String, String> LAYOUTS = HashMap.of("truncate t8: does not wait", LOOKS_AGAIN);

    private static final Map<String, String> WAITWAKE = HashMap.of(
            "unpin k4: lets others in before its first write",
            "who queued meanwhile is taken out of the queue, which is to wake it: it looks again");

    private static final Map<String, String> STRIDE = HashMap.of(
            "memunmap next: leaves out its write of sinceYield",
            COUNTED_FOR_CLAIMS,
            "memunmap next: leaves out its write of yields",
            COUNTED_FOR_CLAIMS);

    private static final Map<String, String> GUP = HashMap.of(
            "hoard a2: leaves out its write of freed",
            "the claim that would notice, INV-6u, is broken without the mistake; where the count cannot go round, nothing"
                    + " is freed");

    private static final Map<String, String> MIGRATE = HashMap.of(
            "touch p1: does not wait",
            "who meets an entry that is under way finds no device page there, and goes back to its program as one who"
                    + " comes later");

    private static final Map<String, String> TEARDOWN = HashMap.of(
            "removal r6: changes places with r6e",
            "who looks the pagemap up finds nothing one step earlier, and could have taken no reference: it was killed"
                    + " before");

    private static final Map<String, Map<String, String>> KNOWN = HashMap.ofEntries(
            Tuple.of("fsdax", FSDAX),
            Tuple.of("devdax", DEVDAX),
            Tuple.of("gup", GUP),
            Tuple.of("layouts", LAYOUTS),
            Tuple.of("migrate", MIGRATE),
            Tuple.of("stride", STRIDE),
            Tuple.of("teardown", TEARDOWN),
            Tuple.of("waitwake", WAITWAKE));

    /** Variants in which what would notice many a mistake is broken without one, and the variant that repairs each. */
    static final Map<String, String> REPAIRED = HashMap.ofEntries(
            Tuple.of("devdax/5.14-rc1", "devdax/5.17"),
            Tuple.of("devdax/5.14-stride", "devdax/5.17"),
            Tuple.of("layouts/6.1-fuse", "layouts/6.1"),
            Tuple.of("migrate/devmap", "migrate/coherent"),
            Tuple.of("migrate/devmap-put", "migrate/coherent"),
            Tuple.of("migrate/fault-held-strict", "migrate/fault-held"),
            Tuple.of("pagefree/5.3-rc", "pagefree/5.4"),
            Tuple.of("tails/gigantic-5.13", "tails/gigantic-5.14"),
            Tuple.of("tails/head-5.12", "tails/head-5.14"),
            Tuple.of("tails/order-6.15-rc", "tails/order-6.15"),
            Tuple.of("teardown/5.1", "teardown/5.2"),
            Tuple.of("teardown/5.19", "teardown/6.0"));

    private Survivors() {}

    /** Why a mutant of a variant survives; empty where nobody has said. */
    public static String reason(Variant variant, Mutant mutant) {
        return KNOWN.get(variant.family())
                .flatMap(known -> known.get(mutant.toString()))
                .orElse(() -> REPAIRED.get(variant.family() + "/" + variant.name())
                        .map(repaired -> "the claims that would notice are broken without the mistake; in " + repaired
                                + ", which repairs that, none such survives"))
                .getOrElse("");
    }
}
