package pagelife.models.fsdax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.FileId;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageEvent.Recorded;
import pagelife.models.page.PageId;
import pagelife.models.parts.Calls;

/** What steps tell of what probes in a kernel would show. */
class RecordedTest {
    private static final FileId FILE = new FileId(0);

    private final BiFunction<String, Settings, FsdaxProtocol> maker = (name, bounds) ->
            FsdaxFamily.family().build(FsdaxFamily.family().variant(name).get(), Settings.NONE, bounds);

    /** Every PTE that is set or cleared, every entry deleted, every block freed: and nothing else is told. */
    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.1.192", "6.7-xfs", "7.2-ext4", "7.2-xfs", "proposed"})
    void aStepTellsOfWhatItDidToPtesAndEntriesAndBlocks(String variant) {
        FsdaxProtocol protocol =
                maker.apply(variant, Bounds.FAULTS.is(2).and(Bounds.MMS.is(2)).and(Bounds.REMOVALS.is(0)));
        holds(
                protocol,
                step -> changed(protocol, step)
                        .equals(told(step)
                                .reject(PageEvent.Scanned.class::isInstance)
                                .toSet()));
    }

    /** Who has found a page busy waits for it, and who has found none goes on to delete. */
    @ParameterizedTest
    @ValueSource(strings = {"6.1", "6.1.192", "7.2-ext4"})
    void aLookForBusyPagesTellsHowItEnded(String variant) {
        FsdaxProtocol protocol = maker.apply(variant, Bounds.PAGES.is(2).and(Bounds.REMOVALS.is(0)));
        holds(protocol, step -> {
            Seq<Recorded> scans = told(step).filter(PageEvent.Scanned.class::isInstance);
            boolean looked = Vector.of("t2", "t4").exists(id -> step.step().id().equals(id));
            String next = protocol.calling(Calls.TRUNCATE)
                    .map(truncate -> step.after().at(truncate).toString())
                    .head();
            Option<Boolean> busy = !looked
                    ? Option.none()
                    : next.startsWith("t5")
                            ? Option.some(true)
                            : next.startsWith("t10") ? Option.some(false) : Option.none();
            return scans.map(scan -> ((PageEvent.Scanned) scan).busy().isDefined())
                    .equals(busy.toVector());
        });
    }

    private static void holds(FsdaxProtocol protocol, Predicate<Transition> claim) {
        Property told = new StepProperty("told", "what is told is what was done", claim);
        assertEquals(
                Verdict.HOLDS,
                Checker.check(protocol.model(), Vector.of(told), Options.DEFAULT)
                        .finding("told")
                        .get()
                        .verdict());
    }

    private static Seq<Recorded> told(Transition step) {
        return step.events().filter(Recorded.class::isInstance).map(Recorded.class::cast);
    }

    private static Set<Recorded> changed(FsdaxProtocol protocol, Transition step) {
        return ptes(protocol, step)
                .appendAll(entries(protocol, step))
                .appendAll(blocks(protocol, step))
                .toSet();
    }

    private static Vector<Recorded> ptes(FsdaxProtocol protocol, Transition step) {
        return protocol.world().ptes().toVector().flatMap(at -> {
            Option<PageId> before = step.before(protocol.cells().pte(at)).page();
            Option<PageId> after = step.after(protocol.cells().pte(at)).page();
            return before.equals(after)
                    ? Vector.<Recorded>empty()
                    : before.map(page -> (Recorded) new PageEvent.PteCleared(at, page))
                            .toVector()
                            .appendAll(after.map(page -> new PageEvent.PteSet(at, page)));
        });
    }

    private static Vector<Recorded> entries(FsdaxProtocol protocol, Transition step) {
        return protocol.world()
                .entries()
                .toVector()
                .filter(at -> isTold(step.before(protocol.cells().entry(at)))
                        && step.after(protocol.cells().entry(at)).equals(DaxEntry.ABSENT))
                .map(at -> new PageEvent.EntryDeleted(
                        at, step.before(protocol.cells().entry(at)).page()));
    }

    private static boolean isTold(DaxEntry entry) {
        return entry.kind() == DaxEntry.Kind.PAGE || entry.kind() == DaxEntry.Kind.ZERO;
    }

    private static Vector<Recorded> blocks(FsdaxProtocol protocol, Transition step) {
        View before = step.before();
        Vector<PageId> freed = protocol.world()
                .pages()
                .toVector()
                .filter(page -> !before.read(protocol.cells().block(page)).isFree()
                        && step.after(protocol.cells().block(page)).isFree());
        return freed.isEmpty() ? Vector.empty() : Vector.of(new PageEvent.BlocksFreed(FILE, freed));
    }
}
