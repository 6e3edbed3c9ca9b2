package pagelife.specs.threads;

import static pagelife.specs.threads.Stage.PROPOSED;
import static pagelife.specs.threads.Stage.WHAT_IF;
import static pagelife.specs.threads.Stage.landed;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** October 2021: pages that count as unused in page tables, and what an unplug does about them. */
final class Thread000 {
    private static final String JASON =
            "Jason Gunthorpe, October 2021, reply on \"mm: remove extra ZONE_DEVICE struct page refcount\"";
    private static final String DAN = "Dan Williams, 14 October 2021, same thread";
    private static final String OLD = "fsdax/5.10";
    private static final String MID = "fsdax/6.1";
    private static final String NEW = "fsdax/7.2-ext4";
    private static final String SERIES = "fsdax/proposed";

    private Thread000() {}

    static Seq<Claim> claims() {
        return counts().appendAll(repairs())
                .appendAll(gup())
                .appendAll(removal())
                .appendAll(leftBehind())
                .appendAll(shootdown())
                .appendAll(otherShootdowns());
    }

    private static Seq<Claim> counts() {
        return Vector.of(
                Claim.of("000.1", "FS-DAX puts pages into page tables whose count says that nobody uses them.", JASON)
                        .tested(
                                landed("4.12").on(OLD).fails("INV-1").indeed(6),
                                landed("5.18").on(MID).fails("INV-1").indeed(6),
                                landed("6.15").on(NEW).fails("INV-1").butHolds())
                        .is(Answer.until("6.15"), "insert_pfn takes no reference; 6.15 inserts what it has counted."),
                Claim.of(
                                "000.2",
                                "It takes the trick of counting unused pages as 1 to let get_user_pages have device"
                                        + " pages that nobody counts in page tables.",
                                JASON)
                        .tested(
                                landed("5.18")
                                        .on(MID)
                                        .bounds("removals=0")
                                        .holds("W-2")
                                        .indeed(7),
                                WHAT_IF.on(MID)
                                        .rules("idleCount=0")
                                        .bounds("removals=0")
                                        .never("W-2")
                                        .indeed())
                        .is(
                                Answer.TRUE,
                                "With counts from 0 every mapped page would look free, and GUP leaves free pages alone:"
                                        + " nothing could ever be pinned."));
    }

    private static Seq<Claim> repairs() {
        return Vector.of(
                Claim.of("000.3", "The counts can be mended without a shootdown at removal of the device.", JASON)
                        .tested(
                                PROPOSED.on(SERIES).holds("INV-1").indeed(),
                                PROPOSED.on(SERIES).holds("INV-1s").indeed(),
                                landed("6.15").on(NEW).holds("INV-1").indeed(),
                                landed("6.15").on(NEW).holds("INV-1s").indeed())
                        .is(Answer.TRUE, "ext4 has no shootdown, and from 6.15 on every PTE and every pin is counted."),
                Claim.of("000.4", "References held by PTEs mend everything that is wrong with the counts.", JASON)
                        .tested(
                                landed("6.15").on(NEW).holds("INV-2").butFails(13),
                                landed("6.15").on(NEW).holds("INV-3").butFails(14),
                                landed("6.15").on(NEW).holds("INV-5").butFails(12))
                        .is(
                                Answer.FALSE,
                                "That alone is what landed. Nothing ties the counts to the pagemap, so that removal"
                                        + " goes on under PTEs, pins and faults."));
    }

    private static Seq<Claim> gup() {
        return Vector.of(
                Claim.of("000.5", "If PTEs hold references, get_user_pages needs no reference of the pagemap.", JASON)
                        .tested(
                                PROPOSED.on(SERIES).holds("INV-3").indeed(),
                                PROPOSED.on(SERIES).holds("INV-5").indeed(),
                                landed("6.15").on(NEW).holds("INV-3").butFails(14),
                                landed("6.15").on(NEW).holds("INV-5").butFails(12))
                        .is(
                                Answer.FOR_PROPOSAL,
                                "It needs none where a page in use keeps the pagemap and a TLB flush waits for walkers."
                                        + " Without that tie nothing keeps the page that GUP has grabbed."),
                Claim.of("000.6", "... and nothing else in its place.", JASON)
                        .tested(PROPOSED.on(SERIES)
                                .rules("ipiFlush=off")
                                .holds("INV-5")
                                .butFails(17))
                        .is(
                                Answer.FALSE,
                                "A walker that read the PTE before it was cleared may look at the page after it has"
                                        + " gone: a flush must wait for it. Said in review in 2025"
                                        + " (20250603134738.GG386142@ziepe.ca)."));
    }

    private static Seq<Claim> removal() {
        return Vector.of(
                Claim.of("000.7", "A pagemap waits until the references of its pages are gone.", JASON)
                        .tested(
                                landed("4.12").on(OLD).holds("INV-3").indeed(),
                                landed("5.18").on(MID).holds("INV-3").butFails(14),
                                landed("6.15").on(NEW).holds("INV-3").butFails(14))
                        .is(
                                Answer.until("5.18"),
                                "Until 5.17 each page let go of the pagemap with its last reference. Since then the"
                                        + " pagemap's references are dropped in bulk, without a look at any page."),
                Claim.of("000.8", "A pin does not delay the removal of the device.", "the same, looked at later")
                        .tested(
                                landed("4.12").on(OLD).fails("INV-3").butHolds(),
                                landed("5.18").on(MID).fails("INV-3").indeed(14),
                                landed("5.18")
                                        .on("devdax/5.18")
                                        .bounds("start=mapped faults=0")
                                        .fails("INV-3")
                                        .indeed(9),
                                landed("6.15").on(NEW).fails("INV-3").indeed(14),
                                landed("6.15")
                                        .on("devdax/7.2")
                                        .bounds("start=mapped faults=0")
                                        .fails("INV-3")
                                        .indeed(9))
                        .is(Answer.since("5.18"), "Neither with FS-DAX nor with device-dax; both were recorded."));
    }

    private static Seq<Claim> leftBehind() {
        return Vector.of(
                Claim.of("000.9", "Removal of the device leaves PTEs to memory that has gone.", JASON)
                        .tested(
                                landed("4.12").on(OLD).fails("INV-2").indeed(12),
                                landed("5.18").on(MID).fails("INV-2").indeed(12),
                                landed("6.15").on(NEW).fails("INV-2").indeed(13))
                        .is(Answer.TRUE, "It did then, and with a file system that is not told it still does."),
                Claim.of(
                                "000.10",
                                "Once PTEs hold references, an unplug without a shootdown blocks until the address"
                                        + " spaces are invalidated.",
                                JASON)
                        .tested(
                                PROPOSED.on(SERIES).holds("INV-2").indeed(),
                                PROPOSED.on(SERIES).fails("LTL-2'").indeed(13),
                                landed("6.15").on(NEW).holds("INV-2").butFails(13),
                                landed("6.15").on(NEW).fails("LTL-2'").butHolds())
                        .is(
                                Answer.FOR_PROPOSAL,
                                "So it would be if a page in use kept the pagemap. What landed never waits for pages:"
                                        + " it goes on, and leaves the PTEs."),
                Claim.of("000.11", "VMAs of FS-DAX should not be MIXEDMAP, but map struct pages as usual.", JASON)
                        .is(Answer.NOT_MODELLED, "A matter of VMA flags; no model knows them."));
    }

    private static Seq<Claim> shootdown() {
        return Vector.of(Claim.of(
                        "000.12",
                        "Once the file system is told that its device goes, every mapping is gone before the"
                                + " device.",
                        DAN)
                .tested(
                        landed("6.7").on("fsdax/6.7-xfs").holds("INV-2").butFails(17),
                        landed("6.15").on("fsdax/7.2-xfs").holds("INV-2").butFails(18))
                .is(
                        Answer.FALSE,
                        "XFS unmaps first and shuts down later; a read fault between the two, which no freeze"
                                + " stops, maps the page again."));
    }

    private static Seq<Claim> otherShootdowns() {
        return Vector.of(
                Claim.of("000.13", "... if programs only write to what they have mapped.", "the same, with an excuse")
                        .tested(
                                landed("6.7")
                                        .on("fsdax/6.7-xfs")
                                        .rules("writeFaultsOnly=on")
                                        .holds("INV-2")
                                        .indeed(),
                                landed("6.15")
                                        .on("fsdax/7.2-xfs")
                                        .rules("writeFaultsOnly=on")
                                        .holds("INV-2")
                                        .indeed())
                        .is(Answer.TRUE, "The freeze keeps write faults out until the file system is shut down."),
                Claim.of("000.14", "... if it shut down before it unmaps.", "the same, turned round")
                        .tested(
                                WHAT_IF.on("fsdax/6.7-xfs")
                                        .rules("shutsDownFirst=on")
                                        .holds("INV-2")
                                        .indeed(),
                                WHAT_IF.on("fsdax/7.2-xfs")
                                        .rules("shutsDownFirst=on")
                                        .holds("INV-2")
                                        .indeed())
                        .is(Answer.TRUE, "No fault finds a block any more, whether it reads or writes."));
    }
}
