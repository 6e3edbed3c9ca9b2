package pagelife.models.pagefree;

import java.util.Locale;
import pagelife.models.Choices;

/**
 * What this variant of the free path does.
 *
 * @param era whose text it is
 * @param type the type of the page
 * @param path what a free does
 * @param freesFirst whether the driver gets the page back before its mapping is cleared
 * @param readsPagemapLate whether the pagemap is read from the page after the driver has it back
 * @param exitPuts how many references the end of a program drops
 * @param largerFolios whether the driver may build a larger folio of which the page is a tail
 */
public record Rules(
        Era era,
        PageType type,
        FreePath path,
        boolean freesFirst,
        boolean readsPagemapLate,
        int exitPuts,
        boolean largerFolios) {

    static Rules of(Choices rules, Choices bounds) {
        Era era = Era.of(rules.get("era"));
        PageType type = PageType.valueOf(bounds.get("type").toUpperCase(Locale.ROOT));
        if (type == PageType.COHERENT && era.isBefore(Era.V6_1)) {
            throw new IllegalArgumentException("type=coherent with era=" + era.version()
                    + " means nothing: there are coherent pages from 6.0 on; take a later era");
        }
        if (type == PageType.P2PDMA && era.isBefore(Era.V6_12)) {
            throw new IllegalArgumentException("type=p2pdma with era=" + era.version()
                    + " means nothing: programs can map such pages from 6.2 on; take a later era");
        }
        boolean largerFolios = bounds.number("largerFolios") > 0;
        if (largerFolios && (!type.isMigratable() || era.isBefore(Era.V7_2))) {
            throw new IllegalArgumentException(
                    "largerFolios=1 with era=" + era.version() + " and type=" + bounds.get("type")
                            + " means nothing: private and coherent pages of era 7.2 are built into larger folios; take these");
        }
        FreePath path = FreePath.of(era, type);
        path = switch (rules.get("clears")) {
            case "always" -> path.clearing(true);
            case "never" -> path.clearing(false);
            default -> path;
        };
        path = rules.on("resetsCount") ? path : path.resettingCount(false);
        path = rules.on("staticKey") ? path : path.withoutDispatch();
        path = rules.get("tells").equals("other") ? path.tellingOther() : path;
        return new Rules(
                era,
                type,
                path,
                rules.get("callback").equals("first"),
                rules.get("readsPagemap").equals("afterFree"),
                rules.get("exitPuts").equals("twice") ? 2 : 1,
                largerFolios);
    }

    /** Whether what an unused page counts is the user's that it is handed out to. */
    boolean givesBaseAway() {
        return type == PageType.P2PDMA && path.unused() > 0;
    }
}
