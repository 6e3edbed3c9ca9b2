package pagelife.specs.catalogue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Variants that stand for the catalogue where all of it would take too long: of each family one or two, broken and right
 * ones, whose mutants break claims in many ways.
 */
public final class Samples {
    private static final Seq<String> OF_THE_KERNEL = Vector.of(
            "devdax/7.2",
            "pagefree/5.3-rc",
            "migrate/devmap",
            "gup/bias",
            "gup/fork-5.11",
            "layouts/6.1-xfs-two",
            "waitwake/m2",
            "waitwake/m6",
            "entrylock/5.2",
            "entrylock/5.13",
            "teardown/5.1",
            "tails/head-5.12",
            "share/6.2",
            "fsdax/6.1");

    private Samples() {}

    /** Those that tell of pages, so that a counterexample has a ledger. */
    public static Seq<String> ofTheKernel() {
        return OF_THE_KERNEL;
    }

    /** Those of every family. */
    public static Seq<String> ofEveryFamily() {
        return OF_THE_KERNEL.appendAll(Vector.of("stride/wanted", "dax/small", "philosophers/small"));
    }
}
