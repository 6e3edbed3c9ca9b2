package pagelife.models.gup;

import static pagelife.models.gup.GupRules.BIAS;
import static pagelife.models.gup.GupRules.COUNT_BITS;
import static pagelife.models.gup.GupRules.DEVMAP_GATE;
import static pagelife.models.gup.GupRules.FORK_SEQUENCE;
import static pagelife.models.gup.GupRules.GETS;
import static pagelife.models.gup.GupRules.PINNABLE_GATE;
import static pagelife.models.gup.GupRules.PINS;
import static pagelife.models.gup.GupRules.PIN_ADDS;
import static pagelife.models.gup.GupRules.PIN_FOR;
import static pagelife.models.gup.GupRules.SCENE;
import static pagelife.models.gup.GupRules.TRY_GET;
import static pagelife.models.gup.GupRules.UNPIN_DROPS;
import static pagelife.models.gup.GupRules.UNSHARES;
import static pagelife.models.gup.GupRules.VMA_GATE;

import pagelife.models.Choices;
import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.Workload;
import pagelife.models.gup.GupRules.Scene;

/** How get_user_pages counts. */
public final class GupFamily {
    private static final Settings FORK = SCENE.is(Scene.FORK);
    private static final Settings LONG_TERM = SCENE.is(Scene.LONG_TERM);
    private static final Settings OVERFLOW = SCENE.is(Scene.OVERFLOW);

    private GupFamily() {}

    /** The family. */
    public static TabledFamily<GupScene> family() {
        return variants(TabledFamily.table("gup", "pins: the bias, fork, long-term pins, overflow")
                        .rules(
                                SCENE,
                                PIN_ADDS,
                                UNPIN_DROPS,
                                FORK_SEQUENCE,
                                UNSHARES,
                                VMA_GATE,
                                DEVMAP_GATE,
                                PINNABLE_GATE,
                                TRY_GET)
                        .bound(BIAS)
                        .tasks(GETS)
                        .tasks(PINS)
                        .bound(PIN_FOR)
                        .bound(COUNT_BITS))
                .madeBy(GupFamily::usual, GupFamily::make);
    }

    private static GupScene make(String name, Choices rules, Choices bounds, Workload workload) {
        return switch (rules.get(SCENE)) {
            case BIAS -> new Bias(name, rules, bounds, workload);
            case FORK -> new Fork(name, rules, bounds, workload);
            case LONG_TERM -> new LongTerm(name, rules, workload);
            case OVERFLOW -> new Overflow(name, rules, bounds, workload);
        };
    }

    private static Workload usual(Choices rules, Choices bounds) {
        return switch (rules.get(SCENE)) {
            case BIAS ->
                Workload.NONE
                        .tasks("get", bounds.get(GETS), "get; put")
                        .tasks("pin", bounds.get(PINS), "pin fast; unpin");
            case FORK ->
                Workload.NONE
                        .task("fork", "fork")
                        .task("gup-fast", "pin fast " + bounds.get(PIN_FOR) + "; unpin")
                        .task("writer", "write");
            case LONG_TERM ->
                Workload.NONE
                        .task("register", "register slow")
                        .task("register-fast", "register fast")
                        .task("io", "pin slow; unpin")
                        .task("truncate", "truncate");
            case OVERFLOW -> Workload.NONE.task("program", "hoard");
        };
    }

    private static Table variants(Table table) {
        return table.variant(
                        "bias", "a pin of a small page adds a bias to its count", "5.6 to 7.2", SCENE.is(Scene.BIAS))
                .variant(
                        "fork-5.9",
                        "fork copies pinned pages early, fast GUP does not know",
                        "5.9 to 5.10",
                        FORK,
                        FORK_SEQUENCE.is(false),
                        UNSHARES.is(false))
                .variant(
                        "fork-5.11",
                        "fork and fast GUP share a sequence count (57efa1fe5957)",
                        "5.11 to 5.18",
                        FORK,
                        UNSHARES.is(false))
                .variant(
                        "fork-5.19", "and a shared page is copied before it is pinned for reading", "5.19 to 7.2", FORK)
                .variant(
                        "longterm-4.14",
                        "nothing refuses long-term pins of DAX pages",
                        "until 4.14",
                        LONG_TERM,
                        VMA_GATE.is(false),
                        DEVMAP_GATE.is(false))
                .variant("longterm-4.15", "VMAs and devmap entries refuse them", "4.15 to 6.16", LONG_TERM)
                .variant(
                        "longterm-7.2",
                        "VMAs and pages refuse them",
                        "6.17 to 7.2",
                        LONG_TERM,
                        DEVMAP_GATE.is(false),
                        PINNABLE_GATE.is(true))
                .variant("longterm-half", "only VMAs refuse them", "never", LONG_TERM, DEVMAP_GATE.is(false))
                .variant(
                        "overflow-5.0",
                        "get_page takes whatever the count is",
                        "until 5.0",
                        OVERFLOW,
                        TRY_GET.is(false))
                .variant(
                        "overflow-5.1",
                        "try_get_page refuses a count of 0 or less (8fde12ca79af)",
                        "5.1 to 7.2",
                        OVERFLOW);
    }
}
