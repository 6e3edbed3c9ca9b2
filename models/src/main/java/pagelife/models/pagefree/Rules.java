package pagelife.models.pagefree;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;
import pagelife.models.pagefree.FreePath.Does;

/** What may differ between variants of the free path, and what this variant does. */
public final class Rules extends Chosen {
    static final Rule<Era> ERA = new Rule<>(
            "era",
            "whose text the free path follows",
            LinkedHashMap.ofEntries(Vector.of(Era.values())
                    .remove(Era.V5_10)
                    .prepend(Era.V5_10)
                    .map(era -> Tuple.of(era.version(), era))));
    static final Rule<Clears> CLEARS = Rule.of("clears", "whether a free sets page->mapping to NULL", Clears.AS_ERA);
    static final Rule<Turn> CALLBACK =
            Rule.of("callback", "whether the driver gets the page back before or after that", Turn.LAST);
    static final Rule<Boolean> RESETS_COUNT =
            Rule.flag("resetsCount", "whether a count of 0 is set back to 1 where the era does", true);
    static final Rule<Boolean> STATIC_KEY =
            Rule.flag("staticKey", "whether the key is on that lets puts look for device pages", true);
    static final Rule<Reads> READS_PAGEMAP = Rule.of(
            "readsPagemap",
            "whether a free reads which pagemap to put before or after the driver has the page back",
            Reads.BEFORE_FREE);
    static final Rule<Tells> TELLS =
            Rule.of("tells", "whom a free tells: the one whose page it is, or the other", Tells.AS_ERA);
    static final Rule<Integer> EXIT_PUTS = new Rule<>(
            "exitPuts", "how often the end of a program puts its page", LinkedHashMap.of("once", 1, "twice", 2));
    static final Rule<PageType> TYPE = new Rule<>(
            "type",
            "what the page is for",
            LinkedHashMap.of(
                    "private",
                    PageType.PRIVATE,
                    "coherent",
                    PageType.COHERENT,
                    "fsdax",
                    PageType.FSDAX,
                    "p2pdma",
                    PageType.P2PDMA));

    /** Whether a free clears the mapping. */
    enum Clears {
        AS_ERA,
        ALWAYS,
        NEVER
    }

    /** When the driver gets the page back. */
    enum Turn {
        LAST,
        FIRST
    }

    /** When a free reads which pagemap the page has. */
    enum Reads {
        BEFORE_FREE,
        AFTER_FREE
    }

    /** Whom a free tells. */
    enum Tells {
        AS_ERA,
        OTHER
    }

    private final PageType type;
    private final FreePath path;

    /** The rules as chosen; refuses what means nothing. */
    Rules(Choices chosen, Choices bounds) {
        super(chosen);
        this.type = bounds.get(TYPE);
        if (type == PageType.COHERENT && era().isBefore(Era.V6_1)) {
            throw new IllegalArgumentException("type=coherent with era=" + era().version()
                    + " means nothing: there are coherent pages from 6.0 on; take a later era");
        }
        if (type == PageType.P2PDMA && era().isBefore(Era.V6_12)) {
            throw new IllegalArgumentException("type=p2pdma with era=" + era().version()
                    + " means nothing: programs can map such pages from 6.2 on; take a later era");
        }
        this.path = path();
    }

    private FreePath path() {
        FreePath path = FreePath.of(era(), type);
        path = switch (get(CLEARS)) {
            case ALWAYS -> path.with(Does.CLEARS_MAPPING, true);
            case NEVER -> path.with(Does.CLEARS_MAPPING, false);
            case AS_ERA -> path;
        };
        path = get(RESETS_COUNT) ? path : path.with(Does.RESETS_COUNT, false);
        path = get(STATIC_KEY) ? path : path.withoutDispatch();
        return get(TELLS) == Tells.OTHER ? path.tellingOther() : path;
    }

    /** Refuses larger folios where there are none. */
    void requireLargerFolios() {
        if (!type.isMigratable() || era().isBefore(Era.V7_2)) {
            throw new IllegalArgumentException("a larger folio with era=" + era().version() + " and type="
                    + Rule.text(type) + " means nothing: private and coherent pages of era 7.2 are built into larger"
                    + " folios; take these");
        }
    }

    /** Whose text it is. */
    public Era era() {
        return get(ERA);
    }

    /** The type of the page. */
    public PageType type() {
        return type;
    }

    /** What a free does. */
    public FreePath freePath() {
        return path;
    }

    /** Whether the driver gets the page back before its mapping is cleared. */
    boolean freesFirst() {
        return get(CALLBACK) == Turn.FIRST;
    }

    /** Whether the pagemap is read from the page after the driver has it back. */
    boolean readsPagemapLate() {
        return get(READS_PAGEMAP) == Reads.AFTER_FREE;
    }

    /** How many references the end of a program drops. */
    int exitPuts() {
        return get(EXIT_PUTS);
    }

    /** Whether what an unused page counts is the user's that it is handed out to. */
    boolean givesBaseAway() {
        return type == PageType.P2PDMA && path.unused() > 0;
    }
}
