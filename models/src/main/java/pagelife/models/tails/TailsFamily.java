package pagelife.models.tails;

import pagelife.models.Choices;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** Pages of compounds that are taken for what they are not. */
public final class TailsFamily {
    private TailsFamily() {}

    /** The family. */
    public static TabledFamily<TailScene> family() {
        return variants(TabledFamily.table(
                                "tails", "tails and heads: counts of tails, lookups of heads, what is left in a tail")
                        .rule("scene", "what is shown", "gigantic headLookup folioOrder zeroEntry")
                        .rule("tailCount", "how the count of a tail becomes 0", "freeze store")
                        .rule("recheckHead", "fast GUP looks the head up again after its grab", "on off")
                        .rule("resetsOrder", "a split sets the words of the first tail back", "on off")
                        .rule(
                                "testsKindFirst",
                                "the kind of an entry is tested before it is made into a folio",
                                "on off"))
                .madeBy(TailsFamily::make);
    }

    private static TailScene make(String name, Choices rules, Choices bounds) {
        return switch (rules.get("scene")) {
            case "gigantic" -> new Gigantic(name, rules);
            case "headLookup" -> new HeadLookup(name, rules);
            case "folioOrder" -> new FolioOrder(name, rules);
            default -> new ZeroEntry(name, rules);
        };
    }

    private static Table variants(Table table) {
        return table.variant(
                        "gigantic-5.13",
                        "the count of a tail is set to 0 by a plain store",
                        "until 5.13",
                        "scene=gigantic tailCount=store")
                .variant("gigantic-5.14", "it is frozen from 1 to 0 (7118fc2906e2)", "5.14 to 7.2", "scene=gigantic")
                .variant("head-5.12", "the head is looked up once", "until 5.13", "scene=headLookup recheckHead=off")
                .variant("head-5.14", "and again after the grab", "5.14 to 7.2", "scene=headLookup")
                .variant(
                        "order-6.15-rc",
                        "a split leaves the order in the first tail",
                        "6.15-rc",
                        "scene=folioOrder resetsOrder=off")
                .variant("order-6.15", "a split sets it back (98b1917cdef9)", "6.15 to 7.2", "scene=folioOrder")
                .variant(
                        "zero-6.15",
                        "entries are made into folios before their kind is tested",
                        "6.15",
                        "scene=zeroEntry testsKindFirst=off")
                .variant("zero-6.16", "their kind is tested first (98c183a4fccf)", "6.16 to 7.2", "scene=zeroEntry");
    }
}
