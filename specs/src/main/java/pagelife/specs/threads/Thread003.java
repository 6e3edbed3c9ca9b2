package pagelife.specs.threads;

import static pagelife.specs.threads.Stage.PROPOSED;
import static pagelife.specs.threads.Stage.WHAT_IF;
import static pagelife.specs.threads.Stage.landed;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** February 2022: a page migrates to a device and is unmapped; who puts it? */
final class Thread003 {
    private static final String JASON = "Jason Gunthorpe, 16 February 2022, thread on device-coherent pages";
    private static final String FELIX = "Felix Kuehling, 15 February 2022, same thread";
    private static final String DEVMAP = "migrate/devmap";

    private Thread003() {}

    static Seq<Claim> claims() {
        return devmap().appendAll(fsdax()).appendAll(devicePages()).appendAll(otherAnswers());
    }

    private static Seq<Claim> devmap() {
        return Vector.of(Claim.of("003.1", "Where the entry is devmap, nobody drops the reference at munmap.", JASON)
                .tested(
                        PROPOSED.on(DEVMAP).fails("INV-L").indeed(5),
                        PROPOSED.on(DEVMAP).fails("LTL-4'").indeed(6),
                        PROPOSED.on(DEVMAP).fails("LTL-2s").indeed(7))
                .is(
                        Answer.TRUE,
                        "vm_normal_page returns NULL, so that zap only clears the entry. The page is never free"
                                + " again, and the driver can never be unloaded."));
    }

    private static Seq<Claim> fsdax() {
        return Vector.of(
                Claim.of("003.2", "FS-DAX lives with that: its counts do not depend on PTEs.", JASON)
                        .tested(
                                landed("4.12").on("fsdax/5.10").fails("INV-1").indeed(6),
                                landed("5.18").on("fsdax/6.1").fails("INV-1").indeed(6),
                                landed("5.18").on("fsdax/6.1").holds("INV-L").indeed(),
                                landed("6.15")
                                        .on("fsdax/7.2-ext4")
                                        .fails("INV-1")
                                        .butHolds())
                        .is(
                                Answer.until("6.15"),
                                "A page counts the same whether it is mapped or not; munmap and fork change nothing."
                                        + " From 6.15 on each PTE counts."),
                Claim.of("003.3", "The file system drops a page only after it was taken out of every PTE.", JASON)
                        .tested(
                                landed("4.12")
                                        .on("fsdax/5.10")
                                        .bounds("removals=0")
                                        .holds("INV-4m")
                                        .indeed(),
                                landed("5.18")
                                        .on("fsdax/6.1")
                                        .bounds("removals=0")
                                        .holds("INV-4m")
                                        .indeed(),
                                landed("6.15")
                                        .on("fsdax/7.2-ext4")
                                        .bounds("removals=0")
                                        .holds("INV-4m")
                                        .indeed())
                        .is(Answer.TRUE, "Truncate unmaps before it frees, and the invalidate lock keeps faults out."));
    }

    private static Seq<Claim> devicePages() {
        return Vector.of(
                Claim.of("003.4", "A device-private page is put by zap, at its swap entry.", JASON)
                        .tested(
                                landed("4.14")
                                        .on("migrate/private")
                                        .holds("LTL-4'")
                                        .indeed(),
                                landed("4.14")
                                        .on("migrate/private")
                                        .holds("INV-L")
                                        .indeed())
                        .is(Answer.TRUE, "The entry is not present, and zap drops its mapping and its reference."),
                Claim.of("003.5", "A devmap page should be put as a device-private one is.", FELIX)
                        .tested(PROPOSED.on(DEVMAP).holds("LTL-4'").butFails(6))
                        .is(Answer.FALSE, "It is not: its entry is present, and looks as if it had no struct page."),
                Claim.of("003.6", "If the entry is not devmap, munmap puts the page.", JASON)
                        .tested(
                                landed("6.0")
                                        .on("migrate/coherent")
                                        .holds("LTL-4'")
                                        .indeed(),
                                landed("6.0")
                                        .on("migrate/coherent")
                                        .holds("LTL-2s")
                                        .indeed(),
                                landed("6.0")
                                        .on("migrate/coherent")
                                        .bounds("forks=1 gups=1")
                                        .holds("INV-L")
                                        .indeed())
                        .is(Answer.TRUE, "vm_normal_page sees it, and zap, fork and pins count as with any page."));
    }

    private static Seq<Claim> otherAnswers() {
        return Vector.of(
                Claim.of(
                                "003.7",
                                "The driver could put a devmap page when it is unmapped.",
                                "another answer to the question")
                        .tested(
                                WHAT_IF.on("migrate/devmap-put").holds("LTL-4'").butFails(7),
                                WHAT_IF.on("migrate/devmap-put")
                                        .bounds("start=device forks=1")
                                        .holds("INV-5")
                                        .butFails(5))
                        .is(
                                Answer.FALSE,
                                "The mapcount stays behind; and after a fork, which counts nothing, it puts twice."),
                Claim.of("003.8", "A zap that does not put leaks the page with FS-DAX, too.", "the same, with 7.2")
                        .tested(
                                WHAT_IF.on("fsdax/7.2-ext4")
                                        .rules("zapPuts=never")
                                        .bounds("removals=0 slowGups=0 fastGups=0")
                                        .fails("INV-L")
                                        .indeed(9),
                                WHAT_IF.on("fsdax/7.2-ext4")
                                        .rules("zapPuts=never")
                                        .bounds("removals=0 slowGups=0 fastGups=0")
                                        .fails("no deadlock")
                                        .indeed(18))
                        .is(Answer.TRUE, "And a truncate waits for it forever."));
    }
}
