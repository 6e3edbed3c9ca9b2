package pagelife.models.gup;

import pagelife.models.Choices;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** How get_user_pages counts. */
public final class GupFamily {
    private GupFamily() {}

    /** The family. */
    public static TabledFamily<GupScene> family() {
        return variants(TabledFamily.table("gup", "pins: the bias, fork, long-term pins, overflow")
                        .rule("scene", "what is shown", "bias fork longTerm overflow")
                        .rule("pinAdds", "what a pin adds to the count", "bias one")
                        .rule("unpinDrops", "what the end of a pin takes off it", "bias one")
                        .rule("forkSequence", "fork and fast GUP see each other by a sequence count", "on off")
                        .rule("unshares", "fast GUP does not pin a page that is shared read-only", "on off")
                        .rule("vmaGate", "slow GUP refuses long-term pins of a DAX VMA", "on off")
                        .rule("devmapGate", "fast GUP refuses long-term pins of devmap entries", "on off")
                        .rule("pinnableGate", "fast GUP refuses them by the page, after its grab", "off on")
                        .rule("tryGet", "a count of 0 or less is never raised", "on off")
                        .bound("bias", "what a pin adds to a count", "4")
                        .bound("gets", "plain references", "3 0 1 2")
                        .bound("pins", "pins", "1 0 2")
                        .bound(
                                "pinFor",
                                "what the pin is for; for reading, the page is mapped read-only",
                                "writing reading")
                        .bound("countBits", "bits of a count", "3 4"))
                .madeBy(GupFamily::make);
    }

    private static GupScene make(String name, Choices rules, Choices bounds) {
        return switch (rules.get("scene")) {
            case "bias" -> new Bias(name, rules, bounds);
            case "fork" -> new Fork(name, rules, bounds);
            case "longTerm" -> new LongTerm(name, rules);
            default -> new Overflow(name, rules, bounds);
        };
    }

    private static Table variants(Table table) {
        return table.variant("bias", "a pin of a small page adds a bias to its count", "5.6 to 7.2", "scene=bias")
                .variant(
                        "fork-5.9",
                        "fork copies pinned pages early, fast GUP does not know",
                        "5.9 to 5.10",
                        "scene=fork forkSequence=off unshares=off")
                .variant(
                        "fork-5.11",
                        "fork and fast GUP share a sequence count (57efa1fe5957)",
                        "5.11 to 5.18",
                        "scene=fork unshares=off")
                .variant(
                        "fork-5.19",
                        "and a shared page is copied before it is pinned for reading",
                        "5.19 to 7.2",
                        "scene=fork")
                .variant(
                        "longterm-4.14",
                        "nothing refuses long-term pins of DAX pages",
                        "until 4.14",
                        "scene=longTerm vmaGate=off devmapGate=off")
                .variant("longterm-4.15", "VMAs and devmap entries refuse them", "4.15 to 6.16", "scene=longTerm")
                .variant(
                        "longterm-7.2",
                        "VMAs and pages refuse them",
                        "6.17 to 7.2",
                        "scene=longTerm devmapGate=off pinnableGate=on")
                .variant("longterm-half", "only VMAs refuse them", "never", "scene=longTerm devmapGate=off")
                .variant(
                        "overflow-5.0",
                        "get_page takes whatever the count is",
                        "until 5.0",
                        "scene=overflow tryGet=off")
                .variant(
                        "overflow-5.1",
                        "try_get_page refuses a count of 0 or less (8fde12ca79af)",
                        "5.1 to 7.2",
                        "scene=overflow");
    }
}
