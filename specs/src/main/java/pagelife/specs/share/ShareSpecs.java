package pagelife.specs.share;

import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.models.page.Books;
import pagelife.models.page.Mapping;
import pagelife.models.share.Share;
import pagelife.models.share.Share.Sharers;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.Witnesses;

/** What we expect of shared pages. */
public final class ShareSpecs {
    private static final String ENTRY_PAGE = "INV-11 EntryPage";
    private static final String COUNT = "the share count equals the entries";

    private ShareSpecs() {}

    /** The table. */
    public static TabledSpecs<Share> table() {
        String fix = "169004265860 (6.2)";
        return TabledSpecs.of(Share.family(), ShareSpecs::claims)
                .and(row("6.1")
                        .violated(ENTRY_PAGE, 2)
                        .cites(fix)
                        .why("I-24: one file associates and disassociates; it is told that there is another"))
                .and(row("6.1")
                        .label("owner-first")
                        .within(Share.FIRST_FILE, Share.FirstFile.OWNS)
                        .violated(ENTRY_PAGE, 4)
                        .cites(fix)
                        .why("I-24 with two files: the first had the page to itself, the second shares it, both go"))
                .and(row("6.2").cites(fix).why("the last one takes the marker away"))
                .and(row("6.2")
                        .label("three")
                        .within(Share.FILES, 3)
                        .within(Share.FIRST_FILE, Share.FirstFile.OWNS)
                        .cites(fix)
                        .why("with three files, too"))
                .and(row("6.2")
                        .label("torn")
                        .with(Share.COUNTING, Share.Counting.READ_THEN_WRITE)
                        .violated(COUNT, 4)
                        .violated(ENTRY_PAGE, 6)
                        .cites(
                                "fs/dax.c dax_associate_entry, 6.2 to 7.2: page->share++ under the lock of its own mapping")
                        .why(
                                "two files read the count before either writes it: one increment is lost. No lock is common"
                                        + " to them; we know of no report"))
                .and(row("6.2")
                        .label("owner-forgotten")
                        .with(Share.OWNER_COUNTS, false)
                        .within(Share.FIRST_FILE, Share.FirstFile.OWNS)
                        .violated(COUNT, 2)
                        .violated(ENTRY_PAGE, 3)
                        .cites("fs/dax.c dax_mapping_set_cow, 6.1: the index of a page mapped before is set to 1")
                        .why("a mutant: two entries, counted as one; the first to go takes the marker with it"));
    }

    private static Seq<Property> claims(Share protocol) {
        Books books = protocol.books();
        return Vector.of(
                Invariant.always(
                                ENTRY_PAGE,
                                "a page has a mapping exactly while an entry stands for it, and the marker if two do",
                                view -> (view.read(protocol.mapping()) != Mapping.NONE) == (entries(books, view) > 0)
                                        && (entries(books, view) < 2 || isMarked(view, protocol)))
                        .told(run -> misjudged(books, run, protocol)),
                Invariant.whenever(
                                COUNT,
                                "a page that is marked counts the entries that stand for it",
                                view -> isMarked(view, protocol),
                                view -> books.count(view, Sharers.OF_PAGE).contains(entries(books, view)))
                        .told(run -> misjudged(books, run, protocol)),
                new Sometimes(
                        "a page can be shared", "two entries stand for the page", view -> entries(books, view) == 2),
                Witnesses.allCanEnd(protocol.model()));
    }

    private static String misjudged(Books books, Counterexample run, Share protocol) {
        int entries = entries(books, run.end());
        String stand = entries == 0
                ? "no entry stands for the page"
                : entries == 1 ? "1 entry stands for the page" : entries + " entries stand for the page";
        return Clause.of(run, run.length(), stand, view -> entries(books, view) == entries)
                .and(Clause.is(run, run.length(), protocol.mapping()));
    }

    private static boolean isMarked(View view, Share protocol) {
        return view.read(protocol.mapping()) instanceof Mapping.Shared;
    }

    private static int entries(Books books, View view) {
        return books.held(view, Sharers.OF_PAGE);
    }
}
