package pagelife.checker.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/** The search against the oracle, on random runs of random models, and on the same with a line edited. */
class ObserverAgreementTest {
    private static final int STEPS = 24;

    @Property(tries = 300)
    void aRunIsExplained(@ForAll long seed, @ForAll boolean late) {
        RandomScene scene = new RandomScene(seed);
        Seq<Observation> recording = scene.recording(STEPS, late);
        assertShows(assertInstanceOf(Explanation.class, scene.observer().explain(recording)), recording);
    }

    @Property(tries = 150)
    void anEditedRunIsExplainedByAnotherRunOrRejectedWhereTheOracleRejectsIt(@ForAll long seed, @ForAll boolean late) {
        RandomScene scene = new RandomScene(seed);
        Seq<Observation> recording = scene.recording(STEPS, late);
        if (recording.isEmpty()) {
            return;
        }
        Seq<Observation> edited = scene.edited(recording);
        Answer answer = scene.observer().explain(edited);
        int explained = new NaiveObserver(RandomScene.reading(), edited)
                .explained(scene.model().initialStates());
        assertEquals(explained, answer.explained());
        assertShows(
                answer instanceof Blockage blocked ? blocked.before() : (Explanation) answer, edited.take(explained));
    }

    /** By the definition: the run is one, each line is a label of a step of its task, in order, with a count that was. */
    private static void assertShows(Explanation found, Seq<Observation> recording) {
        assertRuns(found);
        for (String task : HashSet.ofAll(recording.map(Observation::task))) {
            Seq<Observation> lines = recording.filter(line -> line.task().equals(task));
            Seq<Observation> shown = found.moves()
                    .zip(found.seen())
                    .filter(each -> each._1().step().actor().name().equals(task))
                    .flatMap(each -> each._2());
            boolean isAboutTo = lines.nonEmpty() && RandomScene.isAhead(lines.last()) && !shown.contains(lines.last());
            assertEquals(isAboutTo ? lines.init() : lines, shown);
        }
        for (int step = 0; step < found.moves().size(); step++) {
            Seq<Label> labels = RandomScene.reading().labels(found.moves().get(step));
            Seq<Observation> lines = found.seen().get(step);
            assertTrue(lines.size() == labels.size() || isLastOf(found, step));
            for (int i = 0; i < lines.size(); i++) {
                assertIs(found, step, labels.get(i), lines.get(i));
            }
        }
    }

    private static void assertRuns(Explanation found) {
        State state = found.initial();
        assertTrue(state.model().initialStates().contains(state));
        for (Move move : found.moves()) {
            assertTrue(Move.in(state, move.step()).contains(move), move.toString());
            state = move.to();
        }
    }

    /** Whether a task takes no step after this one: only then a label of it may be missing. */
    private static boolean isLastOf(Explanation found, int step) {
        return found.moves()
                .drop(step + 1)
                .forAll(later ->
                        later.step().actor() != found.moves().get(step).step().actor());
    }

    private static void assertIs(Explanation found, int step, Label label, Observation line) {
        Label seen = ((Sight.Shows) line.sight()).label();
        int moment = found.moments().get((int) line.line() - 1);
        assertEquals(label.uncounted(), seen.uncounted());
        boolean isAhead = RandomScene.isAhead(line);
        assertTrue(isAhead || step < moment, "step " + step + " comes after line " + line);
        if (isAhead) {
            return;
        }
        Vector<Integer> counts = found.moves()
                .subSequence(step, moment)
                .flatMap(RandomScene.reading()::labels)
                .filter(shown -> shown.subjects().equals(label.subjects()))
                .flatMap(Label::count)
                .toVector();
        assertTrue(label.count().isEmpty() || seen.count().forAll(counts::contains), counts + " " + line);
    }
}
