package pagelife.models.tails;

import pagelife.models.Choices;
import pagelife.models.Rule;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** Pages of compounds that are taken for what they are not. */
public final class TailsFamily {
    static final Rule<TailCount> TAIL_COUNT =
            Rule.of("tailCount", "how the count of a tail becomes 0", TailCount.FREEZE);
    static final Rule<Boolean> RECHECK_HEAD =
            Rule.flag("recheckHead", "fast GUP looks the head up again after its grab", true);
    static final Rule<Boolean> RESETS_ORDER =
            Rule.flag("resetsOrder", "a split sets the words of the first tail back", true);
    static final Rule<Boolean> TESTS_KIND_FIRST =
            Rule.flag("testsKindFirst", "the kind of an entry is tested before it is made into a folio", true);
    private static final Rule<Scene> SCENE = Rule.of("scene", "what is shown", Scene.GIGANTIC);

    /** What is shown. */
    private enum Scene {
        GIGANTIC,
        HEAD_LOOKUP,
        FOLIO_ORDER,
        ZERO_ENTRY
    }

    /** How the count of a tail becomes 0. */
    enum TailCount {
        /** {@code page_ref_freeze}, which may fail. */
        FREEZE,
        /** {@code set_page_count}, a plain store. */
        STORE
    }

    private TailsFamily() {}

    /** The family. */
    public static TabledFamily<TailScene> family() {
        return variants(TabledFamily.table(
                                "tails", "tails and heads: counts of tails, lookups of heads, what is left in a tail")
                        .rules(SCENE, TAIL_COUNT, RECHECK_HEAD, RESETS_ORDER, TESTS_KIND_FIRST))
                .madeBy(TailsFamily::make);
    }

    private static TailScene make(String name, Choices rules, Choices bounds) {
        return switch (rules.get(SCENE)) {
            case GIGANTIC -> new Gigantic(name, rules);
            case HEAD_LOOKUP -> new HeadLookup(name, rules);
            case FOLIO_ORDER -> new FolioOrder(name, rules);
            case ZERO_ENTRY -> new ZeroEntry(name, rules);
        };
    }

    private static Table variants(Table table) {
        return table.variant(
                        "gigantic-5.13",
                        "the count of a tail is set to 0 by a plain store",
                        "until 5.13",
                        SCENE.is(Scene.GIGANTIC),
                        TAIL_COUNT.is(TailCount.STORE))
                .variant(
                        "gigantic-5.14",
                        "it is frozen from 1 to 0 (7118fc2906e2)",
                        "5.14 to 7.2",
                        SCENE.is(Scene.GIGANTIC))
                .variant(
                        "head-5.12",
                        "the head is looked up once",
                        "until 5.13",
                        SCENE.is(Scene.HEAD_LOOKUP),
                        RECHECK_HEAD.is(false))
                .variant("head-5.14", "and again after the grab", "5.14 to 7.2", SCENE.is(Scene.HEAD_LOOKUP))
                .variant(
                        "order-6.15-rc",
                        "a split leaves the order in the first tail",
                        "6.15-rc",
                        SCENE.is(Scene.FOLIO_ORDER),
                        RESETS_ORDER.is(false))
                .variant(
                        "order-6.15", "a split sets it back (98b1917cdef9)", "6.15 to 7.2", SCENE.is(Scene.FOLIO_ORDER))
                .variant(
                        "zero-6.15",
                        "entries are made into folios before their kind is tested",
                        "6.15",
                        SCENE.is(Scene.ZERO_ENTRY),
                        TESTS_KIND_FIRST.is(false))
                .variant(
                        "zero-6.16",
                        "their kind is tested first (98c183a4fccf)",
                        "6.16 to 7.2",
                        SCENE.is(Scene.ZERO_ENTRY));
    }
}
