package pagelife.specs.threads;

import static pagelife.specs.threads.Stage.WHAT_IF;
import static pagelife.specs.threads.Stage.landed;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Verdict;
import pagelife.models.pagefree.Era;
import pagelife.models.pagefree.FreePath;
import pagelife.models.pagefree.PageType;

/** November 2019: what the last put of a device page should do, and for which pages. */
final class Thread002 {
    private static final String THREAD =
            "13 November 2019, thread of \"mm: devmap: refactor 1-based refcounting for ZONE_DEVICE pages\"";
    private static final String DAN = "Dan Williams, " + THREAD;
    private static final String FSDAX = "type=fsdax";

    private Thread002() {}

    static Seq<Claim> claims() {
        return history().appendAll(mapping()).appendAll(proposal()).appendAll(freeing());
    }

    private static Seq<Claim> history() {
        return Vector.of(Claim.of(
                        "002.1", "The final put takes a page of a file from its file (mended by 2fa147bdbf67).", DAN)
                .tested(
                        landed("4.18")
                                .on("pagefree/4.18")
                                .bounds(FSDAX)
                                .fails("INV-7")
                                .indeed(3),
                        landed("4.19")
                                .on("pagefree/4.19")
                                .bounds(FSDAX)
                                .fails("INV-7")
                                .butHolds(),
                        landed("5.6")
                                .on("pagefree/5.10")
                                .bounds(FSDAX)
                                .fails("INV-7")
                                .butHolds())
                .is(Answer.until("4.19"), "It cleared page->mapping for every managed type, at the end of each pin."));
    }

    private static Seq<Claim> mapping() {
        return Vector.of(
                Claim.of("002.2", "Nobody needs the mapping of a private page to be cleared (b7a523109fb5).", DAN)
                        .tested(
                                landed("5.3")
                                        .on("pagefree/5.3-rc")
                                        .holds("INV-8")
                                        .butFails(2),
                                landed("5.3")
                                        .on("pagefree/5.3-rc")
                                        .holds("INV-7")
                                        .butFails(3),
                                landed("5.3")
                                        .on("pagefree/5.3-rc")
                                        .holds("nobody is stuck")
                                        .butFails(4))
                        .is(
                                Answer.FALSE,
                                "The next user gets a page with the mapping of the last one, and its reverse map leads"
                                        + " there."),
                Claim.of("002.3", "Clearing it again for private pages is enough (7ab0ad0e74f8).", DAN)
                        .tested(
                                landed("5.3").on("pagefree/5.4").holds("INV-8").indeed(),
                                landed("5.3")
                                        .on("pagefree/5.4")
                                        .holds("nobody is stuck")
                                        .indeed(),
                                landed("5.3")
                                        .on("pagefree/5.4")
                                        .bounds(FSDAX)
                                        .holds("INV-7")
                                        .indeed())
                        .is(
                                Answer.TRUE,
                                "Private pages are clean when they are reused, and those of files keep theirs."));
    }

    private static Seq<Claim> proposal() {
        return Vector.of(
                Claim.of("002.4", "What is done for HMM can stand behind a test for device-private pages.", DAN)
                        .tested(
                                landed("5.6").on("pagefree/5.10").holds("INV-8").indeed(),
                                landed("5.6")
                                        .on("pagefree/5.10")
                                        .holds("nobody is stuck")
                                        .indeed(),
                                landed("5.6")
                                        .on("pagefree/5.10")
                                        .bounds(FSDAX)
                                        .holds("INV-7")
                                        .indeed(),
                                landed("5.6")
                                        .on("pagefree/5.10")
                                        .bounds(FSDAX)
                                        .holds("LTL-4'")
                                        .indeed())
                        .is(Answer.TRUE, "Private pages get all they need, pages of files are only woken for."));
    }

    private static Seq<Claim> freeing() {
        return Vector.of(
                Claim.of("002.5", "Only device-private pages are uncharged when they are freed.", DAN)
                        .tested(
                                Experiment.Reckoning.of(
                                        landed("5.6"),
                                        "the free path of FS-DAX pages in 5.10 uncharges nothing",
                                        () -> !FreePath.of(Era.V5_10, PageType.FSDAX)
                                                .does(FreePath.Does.UNCHARGES),
                                        Verdict.HOLDS,
                                        "./check pagefree/5.10 --bound type=fsdax"),
                                Experiment.Reckoning.of(
                                        landed("6.15"),
                                        "the free path of FS-DAX pages in 7.2 uncharges nothing",
                                        () -> !FreePath.of(Era.V7_2, PageType.FSDAX)
                                                .does(FreePath.Does.UNCHARGES),
                                        Verdict.VIOLATED,
                                        "./check pagefree/7.2 --bound type=fsdax"))
                        .is(
                                Answer.until("6.15"),
                                "It left the path of DAX pages with the refactoring of this thread. In 7.2 it is back"
                                        + " for all types, at a count of 0."),
                Claim.of("002.6", "The driver can do without being told that its page is free.", DAN)
                        .tested(WHAT_IF.on("pagefree/5.10")
                                .rules("staticKey=off")
                                .holds("nobody is stuck")
                                .butFails(2))
                        .is(
                                Answer.FALSE,
                                "It never gets the page back, and the next allocation waits forever. The thread says"
                                        + " so, too: the callback stays."));
    }
}
