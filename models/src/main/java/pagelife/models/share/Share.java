package pagelife.models.share;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.BodyOf;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.TabledFamily;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.Mapping;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;

/** A page that several files share by reflink, and their entries: fs/dax.c. */
public final class Share implements Protocol {
    /** When the count of sharers is tested. */
    static final Rule<LastSharer> LAST_SHARER = Rule.of(
            "lastSharer", "whether the count is tested after it goes down, or before", LastSharer.COUNTS_DOWN_FIRST);

    /** Whether the first owner of a page is counted as a sharer later. */
    public static final Rule<Boolean> OWNER_COUNTS =
            Rule.flag("ownerCounts", "the file that had the page to itself is counted when a second one comes", true);

    /** How the count is changed. */
    public static final Rule<Counting> COUNTING = Rule.of(
            "counting", "whether the count is changed in one step, or read and then written", Counting.ONE_STEP);

    /** How many files there are. */
    public static final Rule<Integer> FILES = Rule.number("files", "files", 2, 1, 3);

    /** What the first file does with the page. */
    public static final Rule<FirstFile> FIRST_FILE =
            Rule.of("firstFile", "whether the first file shares too, or has the page to itself", FirstFile.SHARES);

    private static final PageId PAGE = new PageId(0);

    /** When the count of sharers is tested. */
    enum LastSharer {
        COUNTS_DOWN_FIRST,
        TESTS_FIRST
    }

    /**
     * How the count is changed. {@code page->share++} is a read and a write: each file does it under the {@code xa_lock}
     * of its own mapping (fs/dax.c dax_associate_entry, 6.2 to 7.2), and no lock is common to two files.
     */
    public enum Counting {
        /** As if a lock were common to them, which is what the claims about the last sharer are about. */
        ONE_STEP,
        /** As it is written. */
        READ_THEN_WRITE
    }

    /** What the first file does with the page. */
    public enum FirstFile {
        /** It shares it. */
        SHARES,
        /** It has it for itself. */
        OWNS
    }

    /** What is counted: the entries that stand for the page. */
    public enum Sharers implements Counted {
        /** Those of the one page. */
        OF_PAGE;

        @Override
        public boolean isReferences() {
            return false;
        }

        @Override
        public String toString() {
            return "sharers of " + PAGE;
        }
    }

    private final boolean countsDownFirst;
    private final boolean ownerCounts;
    private final boolean torn;
    private final boolean allShared;
    private final Cell<Mapping> mapping;
    private final CellFamily<FileId, DaxEntry> entries;
    private final Model model;
    private final Books books;

    private Share(String name, Choices rules, Choices bounds) {
        this.countsDownFirst = rules.get(LAST_SHARER) == LastSharer.COUNTS_DOWN_FIRST;
        this.ownerCounts = rules.get(OWNER_COUNTS);
        this.torn = rules.get(COUNTING) == Counting.READ_THEN_WRITE;
        this.allShared = bounds.get(FIRST_FILE) == FirstFile.SHARES;
        Seq<FileId> files = Vector.range(0, bounds.get(FILES)).map(FileId::new);
        ModelBuilder builder = Model.builder(name);
        this.mapping = builder.cell("mapping", Mapping.class, Mapping.NONE);
        this.entries = builder.cells("entry", files, DaxEntry.class, file -> DaxEntry.ABSENT);
        String version = countsDownFirst ? "6.2" : "6.1";
        files.forEach(file -> {
            Script script = builder.task("file-" + file).in("fs/dax.c", "dax_associate_entry", version);
            changing(script, "f5", "associate", (now, before) -> associate(now, file, before))
                    .statement(countsDownFirst ? "page->share++" : "page->index++")
                    .in("fs/dax.c", "dax_disassociate_entry", version);
            changing(script, "t10", "disassociate", (now, before) -> disassociate(now, file, before))
                    .statement(countsDownFirst ? "if (--page->share > 0) continue" : "if (page->index-- > 0) continue");
        });
        this.model = builder.build();
        this.books = files.foldLeft(
                Books.of(model).count(Sharers.OF_PAGE, mapping, Mapping::sharers),
                (all, file) -> all.holder(entries.of(file), entry -> share(file, entry)));
    }

    /** A step that changes what the page says, knowing what it said; or two, where others may come between. */
    private Script changing(Script script, String place, String does, BodyOf<Mapping> change) {
        return torn
                ? script.step(place + " read count", this::readCount).step(place + "w " + does, Mapping.class, change)
                : script.step(place + " " + does, now -> change.take(now, now.read(mapping)));
    }

    private void readCount(Now now) {
        Mapping before = now.read(mapping);
        now.saw("share is %s", before.sharers());
        now.hand(before);
    }

    private static Seq<Holds> share(FileId file, DaxEntry entry) {
        return entry.page()
                .map(page -> new Holds(Sharers.OF_PAGE, owner(file), 1))
                .toVector();
    }

    /** The family. */
    public static TabledFamily<Share> family() {
        return TabledFamily.table("share", "a page that several files share: which of them is the last")
                .rules(LAST_SHARER, OWNER_COUNTS, COUNTING)
                .bound(FILES)
                .bound(FIRST_FILE)
                .variant(
                        "6.1",
                        "index-- > 0 asks for the count before",
                        "6.0 and 6.1",
                        LAST_SHARER.is(LastSharer.TESTS_FIRST))
                .variant("6.2", "--share > 0 asks for the count after (169004265860)", "6.2 to 7.2")
                .madeBy(Share::new);
    }

    /** {@code dax_mapping_set_cow}: a page that one file had for itself counts that file. */
    private void associate(Now now, FileId file, Mapping before) {
        if (allShared || before != Mapping.NONE) {
            boolean first = !(before instanceof Mapping.Shared) && !ownerCounts;
            counted(now, file, before, new Mapping.Shared(1 + (first ? 0 : before.sharers())));
        } else {
            counted(now, file, before, Mapping.of(new EntryAt(file, Index.FIRST)));
        }
        now.write(entries.of(file), DaxEntry.ABSENT.insert(PAGE));
    }

    /** {@code dax_disassociate_entry}: while others share the page, it keeps the marker. */
    private void disassociate(Now now, FileId file, Mapping before) {
        if (before instanceof Mapping.Shared shared && othersLeft(shared)) {
            int left = shared.sharers() - 1;
            now.saw(
                    "page->%s > 0: others are left",
                    countsDownFirst ? "share is " + left : "index was " + shared.sharers());
            counted(now, file, before, new Mapping.Shared(left));
        } else {
            now.saw("nobody is left: clear it");
            counted(now, file, before, Mapping.NONE);
        }
        now.write(entries.of(file), DaxEntry.ABSENT);
    }

    /** What the page says from now on, and for whom its count changes, as the one who changes it sees that. */
    private void counted(Now now, FileId file, Mapping before, Mapping after) {
        now.write(mapping, after);
        int change = after.sharers() - before.sharers();
        if (change != 0) {
            now.tell(new PageEvent.Count(
                    Sharers.OF_PAGE,
                    change,
                    before.sharers(),
                    after.sharers(),
                    owner(file),
                    PageEvent.How.UNCONDITIONALLY));
        }
    }

    private static Owner owner(FileId file) {
        return new Owner.Entry(new EntryAt(file, Index.FIRST));
    }

    private boolean othersLeft(Mapping.Shared before) {
        return before.sharers() > (countsDownFirst ? 1 : 0);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** What the page says. */
    public Cell<Mapping> mapping() {
        return mapping;
    }
}
