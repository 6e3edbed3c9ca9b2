package pagelife.specs.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.At;
import pagelife.checker.model.Move;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Extent;
import pagelife.models.page.FileSystem;
import pagelife.models.page.Freeze;
import pagelife.models.page.Irqs;
import pagelife.models.page.Page;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;
import pagelife.models.page.Vma;
import pagelife.models.page.WaitQueue;
import pagelife.models.parts.FastPin;

/**
 * What a step of FS-DAX says that it saw, looked up in the cells that it read, by code that knows nothing of how the
 * step was decided.
 *
 * @param move the step
 */
record SaidReader(Move move) {
    private static final Seq<Tuple2<Pattern, BiPredicate<SaidReader, MatchResult>>> MEANINGS = Vector.of(
            means("entry locked: .*", (it, found) -> it.seen(DaxEntry.class).exists(DaxEntry::locked)),
            means("no entry", (it, found) -> it.entryOf(DaxEntry.Kind.ABSENT)),
            means("no page here: passed over", (it, found) -> !it.entryOf(DaxEntry.Kind.PAGE)),
            means("associated already", (it, found) -> it.entryOf(DaxEntry.Kind.PAGE)),
            means("woken", (it, found) -> it.seen(WaitQueue.class).nonEmpty() && !it.sleeps()),
            means(
                    "block is (P\\d+)",
                    (it, found) ->
                            it.seen(Extent.class).exists(one -> one.toString().contains(found.group(1)))),
            means(
                    "no block: SIGBUS",
                    (it, found) ->
                            it.seen(Extent.class).forAll(one -> one.page().isEmpty())),
            means("a hole: the zero page", (it, found) -> it.seen(Extent.class).contains(Extent.HOLE)),
            means(
                    "device (alive|dead: SIGBUS)",
                    (it, found) -> it.seen(DaxDevice.class)
                            .contains(found.group(1).equals("alive") ? DaxDevice.ALIVE : DaxDevice.DEAD)),
            means(
                    "file system shut down: SIGBUS",
                    (it, found) -> it.seen(FileSystem.class).contains(FileSystem.SHUT_DOWN)),
            means(
                    "no write fault is inside",
                    (it, found) -> it.seen(Freeze.class).exists(Freeze::isDrained)),
            means("nothing is mapped here: .*", (it, found) -> !it.linked(Vma.Link.MAPPED)),
            means("mapped already", (it, found) -> it.linked(Vma.Link.MAPPED)),
            means("mapped\\? yes", (it, found) -> it.isMapped()),
            means("mapped\\? no.*", (it, found) -> it.seen(Vma.class).nonEmpty() && !it.isMapped()),
            means("nothing mapped", (it, found) -> it.seen(Pte.class).exists(pte -> !pte.isPresent())),
            means("PTE set already", (it, found) -> it.seen(Pte.class).exists(Pte::isPresent)),
            means(
                    "nothing to pin",
                    (it, found) -> it.seen(Pte.class)
                            .forAll(pte ->
                                    !pte.isPresent() || pte.kind() == Pte.Kind.SPECIAL || pte.kind() == Pte.Kind.ZERO)),
            means(
                    "pte = ptep_get\\(ptep\\), maps (P\\d+)",
                    (it, found) -> it.seen(Pte.class)
                            .exists(pte ->
                                    pte.page().exists(page -> page.toString().equals(found.group(1))))),
            means("device page: no long-term pin", (it, found) -> it.hasRead()),
            means("PTE unchanged: pinned", (it, found) -> it.seen(Pte.class).contains(it.grabbed())),
            means(
                    "PTE changed: undo",
                    (it, found) ->
                            it.seen(Pte.class).nonEmpty() && !it.seen(Pte.class).contains(it.grabbed())),
            means(
                    "PTE not read again: pinned",
                    (it, found) -> it.seen(Pte.class).isEmpty()),
            means(
                    "no reference: give up",
                    (it, found) -> it.isDying() || it.seen(Page.class).exists(page -> page.refs() <= 0)),
            means("(pagemap dying.*|dying already)", (it, found) -> it.isDying()),
            means("flush done", (it, found) -> it.seen(Irqs.class).forAll(one -> !one.isOff())),
            means("busy\\? yes, refs (-?\\d+)", (it, found) -> it.counts(found)),
            means(
                    "busy\\? no",
                    (it, found) -> !it.entryOf(DaxEntry.Kind.PAGE)
                            || it.seen(Page.class).nonEmpty()),
            means("idle\\? (?:yes|no), refs (-?\\d+)", (it, found) -> it.counts(found)),
            means(
                    "wait_for_completion\\(&pgmap->done\\), refs (-?\\d+)",
                    (it, found) ->
                            it.seen(Pagemap.class).exists(map -> map.refs() == Integer.parseInt(found.group(1)))),
            // decided by how the program asked, which no cell holds
            means("a file on persistent memory: no long-term pin, EOPNOTSUPP", (it, found) -> !it.hasRead()));

    private static Tuple2<Pattern, BiPredicate<SaidReader, MatchResult>> means(
            String words, BiPredicate<SaidReader, MatchResult> isSo) {
        return Tuple.of(Pattern.compile(words), isSo);
    }

    /** Fails unless each word has one meaning here, and it is so. */
    void assertIsSo() {
        move.said().forEach(this::check);
    }

    private void check(String said) {
        Seq<Boolean> meant = MEANINGS.flatMap(meaning -> {
            Matcher found = meaning._1().matcher(said);
            return found.matches() ? Vector.of(meaning._2().test(this, found)) : Vector.<Boolean>empty();
        });
        assertTrue(meant.equals(Vector.of(true)), () -> said + ": " + meant + ", " + move + " in " + move.from());
    }

    private <T> Seq<T> seen(Class<T> type) {
        return move.reads()
                .map(cell -> (Object) move.before(cell))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private boolean hasRead() {
        return move.reads().exists(cell -> cell != move.step().actor().control());
    }

    private boolean entryOf(DaxEntry.Kind kind) {
        return seen(DaxEntry.class).exists(entry -> entry.kind() == kind);
    }

    private boolean linked(Vma.Link link) {
        return seen(Vma.class).exists(vma -> vma.link() == link);
    }

    /** A VMA that is being taken away is still found by way of its file. */
    private boolean isMapped() {
        return linked(Vma.Link.MAPPED) || linked(Vma.Link.DETACHED);
    }

    private boolean isDying() {
        return seen(Pagemap.class).exists(map -> !map.isLive());
    }

    private boolean sleeps() {
        TaskId task = new TaskId(move.step().actor().name());
        return seen(WaitQueue.class).exists(queue -> queue.holds(task));
    }

    private boolean counts(MatchResult found) {
        return seen(Page.class).exists(page -> page.refs() == Integer.parseInt(found.group(1)));
    }

    /** The entry as it was when its page was grabbed. */
    private Pte grabbed() {
        return ((At) move.from().at(move.step().actor()))
                .at(FastPin.RECHECK)
                .get()
                .seen();
    }
}
