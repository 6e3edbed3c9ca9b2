package pagelife.specs.matrix;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.Settings;

/** The design space of FS-DAX. */
public final class FsdaxSpace {
    private static final String PTE = "pteHoldsReference";
    private static final String IDLE = "idleCount";
    private static final String TIE = "pagemapWaitsFor";
    private static final String GUP = "gupTakesPagemap";
    private static final String RECHECK = "recheckPte";
    private static final String WAKES = "wakes";
    private static final String SHOOTDOWN = "shootdown";
    private static final String FLUSH = "ipiFlush";

    private static final String ALL_WAKE = "unpinWakes=on undoWakes=on directIoWakes=on";
    private static final String NO_SHOOTDOWN = "shootdown=off shutsDownFirst=off";
    private static final String SHOOTS_DOWN = "shootdown=on shutsDownFirst=off";

    /** Nothing outlives the device. */
    public static final Goal REMOVAL_SAFE = new Goal("removal is safe", Vector.of("INV-2", "INV-3", "INV-5", "ACT-1"));

    /**
     * Every safety property. INV-5s, that nobody even looks at a struct page that has gone, is left out: every kernel
     * breaks it in a fault that has found its page before the device was declared dead.
     */
    public static final Goal SAFE = new Goal(
            "safe",
            REMOVAL_SAFE
                    .properties()
                    .appendAll(Vector.of("INV-1", "INV-1s", "INV-4", "INV-4m", "INV-6", "INV-7", "INV-L"))
                    .appendAll(Vector.of("ACT-2", "ACT-3", "ACT-4", "ACT-5")));

    /** Safe, and nobody waits forever. */
    public static final Goal SAFE_AND_LIVE =
            new Goal("safe and live", SAFE.properties().appendAll(Vector.of("LTL-1'", "LTL-2'", "no deadlock")));

    private FsdaxSpace() {}

    /** The space. */
    public static DesignSpace space() {
        return new DesignSpace(
                "fsdax",
                dimensions(),
                exclusions(),
                scenes(),
                new Scene("everybody at once", Settings.NONE, HashSet.empty(), SAFE_AND_LIVE.properties()),
                SAFE,
                kernels(),
                Vector.of(REMOVAL_SAFE, SAFE, SAFE_AND_LIVE),
                questions());
    }

    private static Seq<Dimension> dimensions() {
        return Vector.of(
                Dimension.ofRule(PTE, "off", "on"),
                Dimension.ofRule(IDLE, "1", "0"),
                Dimension.ofRule(TIE, "nothing", "bases", "entries", "pages"),
                Dimension.ofRule(GUP, "on", "off"),
                Dimension.ofRule(RECHECK, "on", "off"),
                Dimension.named(WAKES)
                        .or(ALL_WAKE)
                        .or("unpinWakes=off undoWakes=on directIoWakes=on")
                        .or("unpinWakes=on undoWakes=off directIoWakes=on")
                        .or("unpinWakes=on undoWakes=on directIoWakes=off"),
                Dimension.named(SHOOTDOWN).or(NO_SHOOTDOWN).or(SHOOTS_DOWN).or("shootdown=on shutsDownFirst=on"),
                Dimension.ofRule(FLUSH, "off", "on"));
    }

    private static Seq<DesignSpace.Exclusion> exclusions() {
        return Vector.of(
                new DesignSpace.Exclusion(
                        "where mapped pages count 0, GUP takes them for free ones: nothing can ever be pinned",
                        one -> one.get(PTE).equals("off") && one.get(IDLE).equals("0")),
                new DesignSpace.Exclusion(
                        "where unused pages count 0 there is no base reference that a pagemap could wait for",
                        one -> one.get(IDLE).equals("0") && one.get(TIE).equals("bases")),
                new DesignSpace.Exclusion(
                        "where unused pages count 1 no count says that a page has come into use",
                        one -> one.get(IDLE).equals("1") && one.get(TIE).equals("pages")));
    }

    /**
     * All that the usual bounds have, in pieces: each piece has the actors that a property needs, and no more. Whether
     * every put wakes is tried where nothing is removed: a put that does not wake breaks ACT-2 there, removal or no
     * removal.
     */
    private static Seq<Scene> scenes() {
        Seq<String> all = SAFE_AND_LIVE.properties();
        HashSet<String> wakes = HashSet.of("unpinWakes", "undoWakes", "directIoWakes");
        HashSet<String> removal = HashSet.of(TIE, SHOOTDOWN, "shutsDownFirst");
        HashSet<String> walk = HashSet.of(RECHECK, FLUSH, "undoWakes");
        return Vector.of(
                new Scene("pin and truncate", Settings.parse("fastGups=0 removals=0"), removal.union(walk), all),
                new Scene("walk and truncate", Settings.parse("slowGups=0 removals=0"), removal, all),
                new Scene("pin, truncate and removal", Settings.parse("fastGups=0"), wakes.union(walk), all),
                new Scene("walk and removal", Settings.parse("slowGups=0 truncates=0"), wakes, all.remove("ACT-2")),
                new Scene(
                        "pin, invalidation and removal",
                        Settings.parse("fastGups=0 munmaps=0 truncates=0 invalidations=1"),
                        wakes.union(walk),
                        REMOVAL_SAFE.properties()));
    }

    private static LinkedHashMap<String, Combination> kernels() {
        Combination mid = kernel("off", "1", "nothing", "on", "off");
        Combination counted = kernel("on", "0", "nothing", "on", "off");
        return LinkedHashMap.<String, Combination>empty()
                .put("5.10", mid.with(TIE, "bases"))
                .put("6.1", mid)
                .put("6.7-xfs", mid.with(SHOOTDOWN, SHOOTS_DOWN))
                .put("2022-v1", kernel("off", "1", "entries", "off", "on"))
                .put("proposed", kernel("on", "0", "pages", "off", "on"))
                .put("6.15-ext4", counted)
                .put("6.15-xfs", counted.with(SHOOTDOWN, SHOOTS_DOWN))
                .put("7.2-ext4", counted.with(GUP, "off"))
                .put("7.2-xfs", counted.with(GUP, "off").with(SHOOTDOWN, SHOOTS_DOWN));
    }

    private static Combination kernel(String pte, String idle, String tie, String gup, String flush) {
        return Combination.NONE
                .with(PTE, pte)
                .with(IDLE, idle)
                .with(TIE, tie)
                .with(GUP, gup)
                .with(RECHECK, "on")
                .with(WAKES, ALL_WAKE)
                .with(SHOOTDOWN, NO_SHOOTDOWN)
                .with(FLUSH, flush);
    }

    private static Seq<DesignSpace.Question> questions() {
        return Vector.of(
                new DesignSpace.Question(
                        "What is the smallest change to 6.1 that makes removal safe?", "6.1", REMOVAL_SAFE),
                new DesignSpace.Question("... and everything safe?", "6.1", SAFE),
                new DesignSpace.Question("... and lets everybody come to an end?", "6.1", SAFE_AND_LIVE),
                new DesignSpace.Question("What did 6.15 miss?", "6.15-ext4", SAFE),
                new DesignSpace.Question("... to let removal end, too?", "6.15-xfs", SAFE_AND_LIVE),
                new DesignSpace.Question("What does 7.2 miss?", "7.2-ext4", SAFE),
                new DesignSpace.Question("What did the proposal of 2022 miss?", "proposed", SAFE_AND_LIVE));
    }
}
