package pagelife.specs.threads;

import static pagelife.specs.threads.Stage.PROPOSED;
import static pagelife.specs.threads.Stage.WHAT_IF;
import static pagelife.specs.threads.Stage.landed;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Verdict;
import pagelife.models.devdax.InitCost;
import pagelife.models.devdax.YieldStride;

/** July 2021: compound pages for device-dax, a BUG at its removal, and a loop that should yield. */
final class Thread001 {
    private static final String MESSAGE = "20210714193542.21857-13-joao.m.martins@oracle.com";
    private static final String JOAO = "Joao Martins, 15 July 2021, in the thread of " + MESSAGE;
    private static final String JOAO_LATER = "Joao Martins, 28 July 2021, in the thread of " + MESSAGE;
    private static final String DAN = "Dan Williams, 27 and 28 July 2021, in the thread of " + MESSAGE;
    private static final String POSTED = "devdax/5.14-rc1";
    private static final String STRIDE = "devdax/5.14-stride";
    private static final String UNUSED = "faults=0 gups=0";
    private static final String BY_1G = "every=1024 stride=262144 iterations=128";
    private static final String COST = "./check cost devdax";

    private Thread001() {}

    static Seq<Claim> claims() {
        return puts().appendAll(removal())
                .appendAll(tails())
                .appendAll(tailsSeen())
                .appendAll(faults())
                .appendAll(yields())
                .appendAll(tooOften())
                .appendAll(initialisation());
    }

    private static Seq<Claim> puts() {
        return Vector.of(
                Claim.of(
                                "001.1",
                                "Putting every page of a compound page at removal drops the head's count once per"
                                        + " page.",
                                JOAO)
                        .tested(
                                PROPOSED.on(POSTED)
                                        .bounds(UNUSED)
                                        .fails("INV-5")
                                        .indeed(11),
                                PROPOSED.on(POSTED)
                                        .bounds(UNUSED + " align=4")
                                        .fails("INV-5")
                                        .indeed(13))
                        .is(
                                Answer.TRUE,
                                "The second put meets a count of 0, whatever the size: the BUG that was reported."
                                        + " Nobody has to have used the device, so the patch under review is not to"
                                        + " blame."),
                Claim.of("001.2", "Going by compounds instead of pages ends that.", JOAO)
                        .tested(
                                PROPOSED.on(STRIDE)
                                        .bounds(UNUSED)
                                        .holds("INV-5")
                                        .indeed(),
                                landed("5.17").on("devdax/5.17").holds("INV-5").indeed())
                        .is(Answer.TRUE, "One put for each count."));
    }

    private static Seq<Claim> removal() {
        return Vector.of(
                Claim.of("001.3", "... and removal is in order then.", JOAO)
                        .tested(
                                PROPOSED.on(STRIDE)
                                        .bounds(UNUSED)
                                        .holds("LTL-2s")
                                        .butFails(10),
                                landed("5.17").on("devdax/5.17").holds("LTL-2s").indeed())
                        .is(
                                Answer.since("5.17"),
                                "The pagemap must also count compounds: with a reference per page it waits forever for"
                                        + " those that nobody drops. What landed in 5.17 counts compounds."),
                Claim.of("001.4", "All of this goes away once removal no longer drops the elevated count.", JOAO_LATER)
                        .tested(
                                landed("5.18")
                                        .on("devdax/5.18")
                                        .bounds("gups=0")
                                        .holds("INV-5")
                                        .indeed(),
                                landed("5.18")
                                        .on("devdax/5.18")
                                        .bounds("gups=0")
                                        .holds("LTL-2s")
                                        .indeed(),
                                WHAT_IF.on("devdax/5.18")
                                        .rules("tailsCleared=off")
                                        .bounds("gups=0")
                                        .holds("INV-5")
                                        .indeed())
                        .is(
                                Answer.TRUE,
                                "Since 5.18 no page is put at removal, so neither stride nor tails matter. The price is"
                                        + " that no pin is waited for either (see 000.8)."));
    }

    private static Seq<Claim> tails() {
        return Vector.of(
                Claim.of("001.5", "Tails come with a count of 0, as they do from the page allocator.", JOAO)
                        .tested(PROPOSED.on(POSTED)
                                .bounds(UNUSED)
                                .holds("INV-10")
                                .butFails(5))
                        .is(Answer.FALSE, "Pages of a device never see the page allocator: each is initialised to 1."),
                Claim.of(
                                "001.6",
                                "Setting the count of tails to 0 cures the BUG.",
                                "a guess at the second hunk of " + JOAO)
                        .tested(PROPOSED.on(POSTED)
                                .rules("tailsCleared=on")
                                .bounds(UNUSED)
                                .holds("INV-5")
                                .butFails(11))
                        .is(Answer.FALSE, "It is the head that is put too often."),
                Claim.of(
                                "001.7",
                                "It changes nothing, provided nobody touches the count of a tail as long as the device"
                                        + " is there.",
                                JOAO)
                        .tested(
                                WHAT_IF.on("devdax/5.17")
                                        .rules("tailsCleared=off")
                                        .holds("INV-3")
                                        .indeed(),
                                WHAT_IF.on("devdax/5.17")
                                        .rules("tailsCleared=off")
                                        .holds("INV-5")
                                        .indeed(),
                                WHAT_IF.on("devdax/5.17")
                                        .rules("tailsCleared=off")
                                        .holds("LTL-2s")
                                        .indeed())
                        .is(Answer.TRUE, "GUP counts on the head, and so does removal."));
    }

    private static Seq<Claim> tailsSeen() {
        return Vector.of(
                Claim.of(
                                "001.8",
                                "A look at the counts of tails at teardown finds a tail that was pinned instead of its"
                                        + " head.",
                                DAN)
                        .tested(
                                WHAT_IF.on("devdax/5.17")
                                        .rules("gupResolvesHead=off")
                                        .bounds("start=mapped faults=0")
                                        .fails("INV-3")
                                        .indeed(9),
                                WHAT_IF.on("devdax/5.17")
                                        .rules("gupResolvesHead=off tailCheck=on")
                                        .bounds("start=mapped faults=0")
                                        .holds("INV-3")
                                        .indeed())
                        .is(Answer.TRUE, "Without it the memory map goes under the pin, with it it stays."),
                Claim.of(
                                "001.14",
                                "To store a count of 0 in the tails of a gigantic page races with who looks at them"
                                        + " (7118fc2906e2).",
                                JOAO_LATER)
                        .tested(
                                landed("5.13")
                                        .on("tails/gigantic-5.13")
                                        .fails("INV-5")
                                        .indeed(3),
                                landed("5.14")
                                        .on("tails/gigantic-5.14")
                                        .fails("INV-5")
                                        .butHolds())
                        .is(
                                Answer.until("5.14"),
                                "A speculative reference is overwritten, and its put takes one too many. Since then the"
                                        + " count is frozen from 1 to 0, or not at all."));
    }

    private static Seq<Claim> faults() {
        String failure = "start=ready memoryFailures=1 gups=0 removals=0";
        String finds = "memory failure finds what is mapped";
        return Vector.of(Claim.of(
                        "001.9",
                        "A machine check takes a whole huge page, and with it every mapping of it.",
                        "Joao Martins, 14 July 2021, " + MESSAGE)
                .tested(
                        landed("5.10")
                                .on("devdax/5.10")
                                .bounds(failure)
                                .holds(finds)
                                .butFails(6),
                        landed("5.17")
                                .on("devdax/5.17")
                                .bounds(failure + " unaligned=1")
                                .holds(finds)
                                .butFails(7),
                        landed("6.12")
                                .on("devdax/6.12")
                                .bounds(failure + " unaligned=1")
                                .holds(finds)
                                .indeed())
                .is(
                        Answer.since("6.12"),
                        "It finds mappings by page->mapping and index. Those were set after the entry until 5.17, and"
                                + " from an address rounded up until 6.12; the rounding is in the patch of the"
                                + " thread."));
    }

    private static Seq<Claim> yields() {
        return Vector.of(
                Claim.of("001.10", "As posted, the loop yields every so many pages rather than iterations.", DAN)
                        .tested(
                                PROPOSED.on("stride/original")
                                        .fails("yields seldom enough")
                                        .indeed(3),
                                Experiment.Reckoning.of(
                                        PROPOSED,
                                        "by 2M, 128 GiB take 65,536 iterations and 32,768 yields",
                                        () -> by2M(YieldStride.Test.ORIGINAL).yields() == 32_768,
                                        Verdict.HOLDS,
                                        COST))
                        .is(Answer.TRUE, "A multiple of 1024 pages is every second huge page of 2M."),
                Claim.of("001.11", "The expression offered in review yields every 1024 iterations.", DAN)
                        .tested(
                                PROPOSED.on("stride/merged")
                                        .holds("yields seldom enough")
                                        .butFails(3),
                                landed("5.17")
                                        .on("stride/merged")
                                        .bounds(BY_1G)
                                        .holds("yields seldom enough")
                                        .butFails(3),
                                Experiment.Reckoning.of(
                                        landed("5.17"),
                                        "by 2M, 128 GiB take 64 yields",
                                        () -> by2M(YieldStride.Test.MERGED).yields() == 64,
                                        Verdict.VIOLATED,
                                        COST))
                        .is(
                                Answer.FALSE,
                                "It lacks the == 0, and so yields whenever it should not: 65,472 times instead of 64."
                                        + " It was merged like that, and lived in 5.17."));
    }

    private static Seq<Claim> tooOften() {
        return Vector.of(
                Claim.of("001.12", "... which harms nobody: it only yields too often.", "the same, looked at later")
                        .tested(
                                landed("5.17")
                                        .on("stride/merged")
                                        .holds("yields often enough")
                                        .indeed(),
                                landed("5.17")
                                        .on("stride/merged")
                                        .bounds(BY_1G)
                                        .holds("yields often enough")
                                        .indeed())
                        .is(Answer.TRUE, "The loop never runs longer than it should without a break."));
    }

    private static Seq<Claim> initialisation() {
        return Vector.of(Claim.of(
                        "001.13",
                        "With compound pages 128 GiB are initialised in 78 to 100 ms by 2M, below 1 ms by 1G,"
                                + " since fewer struct pages are initialised.",
                        "Joao Martins, 14 July 2021, " + MESSAGE)
                .tested(
                        Experiment.Reckoning.of(
                                PROPOSED,
                                "by 2M, the time of base pages per struct page predicts what was measured",
                                () -> meets(1),
                                Verdict.HOLDS,
                                COST),
                        Experiment.Reckoning.of(
                                PROPOSED,
                                "by 1G, the time of base pages per struct page predicts what was measured",
                                () -> meets(2),
                                Verdict.HOLDS,
                                COST))
                .is(
                        Answer.TRUE,
                        "If only unique struct pages are counted, 128 for each huge page: the figures assume"
                                + " that the tails share their memory map."));
    }

    private static YieldStride by2M(YieldStride.Test test) {
        return new YieldStride(0, InitCost.PAGES, 512, test);
    }

    private static boolean meets(int geometry) {
        InitCost cost = InitCost.table().get(geometry);
        return cost.predicted().meets(cost.measured());
    }
}
