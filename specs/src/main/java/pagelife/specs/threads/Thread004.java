package pagelife.specs.threads;

import static pagelife.specs.threads.Stage.PROPOSED;
import static pagelife.specs.threads.Stage.WHAT_IF;
import static pagelife.specs.threads.Stage.landed;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** July 2022: a wake-up that is missing, and what it would take to count FS-DAX pages as others are. */
final class Thread004 {
    private static final String THREAD = "July 2022, thread of \"mm: fix missing wake-up event for FSDAX pages\"";
    private static final String MUCHUN = "Muchun Song, " + THREAD;
    private static final String MATTHEW = "Matthew Wilcox, " + THREAD;
    private static final String JASON = "Jason Gunthorpe, " + THREAD;
    private static final String DAN = "Dan Williams, 62d9eee832950_1f5536294e4@dwillia2-xfh.jf.intel.com.notmuch";
    private static final String MID = "fsdax/6.1";
    private static final String RECORDED = "fsdax/6.1.192";
    private static final String NEW = "fsdax/7.2-ext4";
    private static final String SERIES = "fsdax/proposed";
    private static final String STAYS = "removals=0";

    private Thread004() {}

    static Seq<Claim> claims() {
        return wakes().appendAll(mended())
                .appendAll(mappedAgain())
                .appendAll(gup())
                .appendAll(pagemap())
                .appendAll(removal())
                .appendAll(notification());
    }

    private static Seq<Claim> wakes() {
        return Vector.of(
                Claim.of(
                                "004.1",
                                "A pin that is dropped as a folio wakes nobody, though the page is idle at 1.",
                                MUCHUN)
                        .tested(
                                landed("5.16")
                                        .on(MID)
                                        .rules("unpinWakes=off")
                                        .bounds(STAYS)
                                        .fails("LTL-1'")
                                        .indeed(17),
                                landed("5.16").on("waitwake/m4").fails("LTL-1'").indeed(4))
                        .is(Answer.TRUE, "The put looks for 0, and 2 to 1 is not 0: a truncate sleeps on."),
                Claim.of("004.2", "With unpin and the undo of GUP-fast mended, no wake-up is missed.", MUCHUN)
                        .tested(
                                landed("6.1.192")
                                        .on(RECORDED)
                                        .bounds(STAYS)
                                        .holds("LTL-1'")
                                        .butFails(18),
                                landed("6.15")
                                        .on(NEW)
                                        .bounds(STAYS)
                                        .holds("LTL-1'")
                                        .indeed())
                        .is(
                                Answer.since("6.15"),
                                "Direct I/O puts its pages by another way, which nobody mended; recorded in 6.1.192."
                                        + " From 6.15 on every last put wakes."));
    }

    private static Seq<Claim> mended() {
        return Vector.of(
                Claim.of("004.3", "The undo of GUP-fast must wake as well.", MUCHUN)
                        .tested(WHAT_IF.on(MID)
                                .rules("undoWakes=off")
                                .bounds(STAYS)
                                .fails("LTL-1'")
                                .indeed(18))
                        .is(Answer.TRUE, "It may be the last to let go of a page that a truncate waits for."),
                Claim.of("004.4", "Without counts that start at 1 this kind of bug is gone.", MATTHEW)
                        .tested(
                                landed("6.15")
                                        .on(NEW)
                                        .bounds(STAYS)
                                        .holds("ACT-2")
                                        .indeed(),
                                landed("6.15")
                                        .on(NEW)
                                        .bounds(STAYS)
                                        .holds("LTL-1'")
                                        .indeed())
                        .is(Answer.TRUE, "The last put frees the page, and the free path wakes."));
    }

    private static Seq<Claim> mappedAgain() {
        return Vector.of(
                Claim.of(
                                "004.5",
                                "... and a truncate depends on nobody but holders of pins.",
                                "the same, looked at later")
                        .tested(
                                landed("6.1.192")
                                        .on(RECORDED)
                                        .bounds("removals=0 faults=2")
                                        .holds("LTL-1'")
                                        .butFails(18),
                                landed("6.15")
                                        .on(NEW)
                                        .bounds("removals=0 faults=2")
                                        .holds("LTL-1p")
                                        .butFails(26))
                        .is(
                                Answer.FALSE,
                                "In 6.1.192 the end of direct I/O wakes nobody, so that the truncate depends on"
                                        + " whoever touches the page next. From 6.15 on a page that is mapped again"
                                        + " while the truncate sleeps is held by that PTE: the unpin wakes nobody, and"
                                        + " the program may never unmap. Both were recorded."),
                Claim.of(
                                "004.14",
                                "... which was true of counts that start at 1, had every put woken.",
                                "the same, turned round")
                        .tested(WHAT_IF.on(MID)
                                .bounds("removals=0 faults=2")
                                .holds("LTL-1'")
                                .indeed())
                        .is(
                                Answer.TRUE,
                                "A PTE holds no reference there, so that a page that is mapped again is idle all the"
                                        + " same, and the last unpin wakes."));
    }

    private static Seq<Claim> gup() {
        return Vector.of(
                Claim.of("004.6", "Where an unused page counts 0, the count itself keeps GUP-fast away from it.", JASON)
                        .tested(
                                landed("4.18")
                                        .on(MID)
                                        .rules("recheckPte=off")
                                        .bounds(STAYS)
                                        .holds("INV-4")
                                        .butFails(17),
                                landed("6.15")
                                        .on(NEW)
                                        .rules("recheckPte=off")
                                        .bounds(STAYS)
                                        .holds("INV-4")
                                        .indeed())
                        .is(
                                Answer.since("6.15"),
                                "Add-unless-zero refuses a page that has been freed; at an idle count of 1 it never"
                                        + " refuses, and only a second look at the PTE helps."),
                Claim.of("004.7", "... so that it need not look at the PTE again.", "the same, taken further")
                        .tested(landed("6.15")
                                .on(NEW)
                                .rules("recheckPte=off")
                                .bounds("removals=0 files=2 mms=2 faults=2 slowGups=0 munmaps=0")
                                .holds("INV-4")
                                .butFails(25))
                        .is(
                                Answer.FALSE,
                                "The block may have gone to another file, whose fault has raised the count again."));
    }

    private static Seq<Claim> pagemap() {
        return Vector.of(Claim.of(
                        "004.8",
                        "GUP must stop taking the pagemap before FS-DAX pages can be counted as others are.",
                        DAN)
                .tested(
                        PROPOSED.on(SERIES)
                                .rules("gupTakesPagemap=on")
                                .fails("INV-L")
                                .butHolds(),
                        PROPOSED.on(SERIES)
                                .rules("gupTakesPagemap=on")
                                .fails("INV-3")
                                .butHolds(),
                        PROPOSED.on(SERIES)
                                .rules("gupTakesPagemap=on")
                                .fails("INV-5")
                                .butHolds())
                .is(Answer.FALSE, "The reference does no harm. It even does what a flush that waits would do."));
    }

    private static Seq<Claim> removal() {
        return Vector.of(
                Claim.of("004.9", "No event of surprise removal is needed, only references held by PTEs.", JASON)
                        .tested(
                                PROPOSED.on(SERIES).holds("INV-2").indeed(),
                                PROPOSED.on(SERIES).holds("INV-3").indeed(),
                                PROPOSED.on(SERIES).holds("INV-5").indeed(),
                                landed("6.15").on(NEW).holds("INV-2").butFails(13),
                                landed("6.15").on(NEW).holds("INV-3").butFails(14))
                        .is(
                                Answer.FOR_PROPOSAL,
                                "With the pagemap held by pages in use nothing outlives the device. What landed lacks"
                                        + " that, and would need the event."),
                Claim.of("004.10", "Removal hangs on open references once the file system holds them.", DAN)
                        .tested(
                                PROPOSED.on(SERIES)
                                        .bounds("munmaps=0 truncates=0 slowGups=0 fastGups=0")
                                        .fails("no deadlock")
                                        .indeed(13),
                                landed("6.15")
                                        .on(NEW)
                                        .bounds("munmaps=0 truncates=0 slowGups=0 fastGups=0")
                                        .fails("no deadlock")
                                        .butHolds())
                        .is(
                                Answer.FOR_PROPOSAL,
                                "Where nobody unmaps it hangs as foreseen; what landed goes straight on."));
    }

    private static Seq<Claim> notification() {
        return Vector.of(
                Claim.of("004.11", "To tell the file system is a matter of behaviour then, not of safety.", DAN)
                        .tested(
                                PROPOSED.on(SERIES).holds("INV-2").indeed(),
                                PROPOSED.on(SERIES).holds("INV-5").indeed(),
                                PROPOSED.on(SERIES)
                                        .rules("shootdown=on")
                                        .holds("INV-2")
                                        .indeed(),
                                landed("6.15").on(NEW).holds("INV-2").butFails(13))
                        .is(
                                Answer.FOR_PROPOSAL,
                                "There removal is safe with the notification and without. In what landed the"
                                        + " notification is all that stands between a PTE and freed memory."),
                Claim.of("004.12", "... and with it removal completes.", DAN)
                        .tested(PROPOSED.on(SERIES)
                                .rules("shootdown=on")
                                .holds("LTL-2'")
                                .butFails(18))
                        .is(
                                Answer.FALSE,
                                "Not as the notification landed: a read fault after the unmapping maps the page again,"
                                        + " and removal waits for that program."),
                Claim.of("004.13", "... if it shuts the file system down before it unmaps.", "the same, turned round")
                        .tested(WHAT_IF.on(SERIES)
                                .rules("shootdown=on shutsDownFirst=on")
                                .holds("LTL-2'")
                                .indeed())
                        .is(Answer.TRUE, "Nothing is mapped again, pins end, and so does removal."));
    }
}
