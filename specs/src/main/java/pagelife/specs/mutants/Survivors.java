package pagelife.specs.mutants;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** Why some mutants may survive: what they do is as good, or is seen by nobody whom these models have. */
public final class Survivors {
    private static final Map<String, String> FSDAX = HashMap.of(
            "truncate t8: does not wait",
            "who wakes without a reason looks again and sleeps again",
            "remove r1: leaves out its write of device",
            "with one removal nobody asks whether the device is being removed, and who comes later finds the pagemap"
                    + " gone");

    private static final Map<String, Map<String, String>> KNOWN = HashMap.of("fsdax", FSDAX);

    private Survivors() {}

    /** Why a mutant of this family survives; empty where nobody has said. */
    public static String reason(String family, Mutant mutant) {
        return KNOWN.get(family).flatMap(known -> known.get(mutant.toString())).getOrElse("");
    }
}
