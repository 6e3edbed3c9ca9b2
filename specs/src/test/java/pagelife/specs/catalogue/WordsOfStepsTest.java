package pagelife.specs.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.models.Protocol;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Stated;

/** Steps say which way their tests went: whoever only looks says what it saw, and what FS-DAX says is so. */
final class WordsOfStepsTest {
    private static final long SEED = 7;
    private static final int WALKS = 200;
    private static final int DEPTH = 80;

    @TestFactory
    Stream<DynamicTest> aStepThatOnlyLooksSaysWhatItSaw() {
        return Catalogue.families().flatMap(WordsOfStepsTest::variants).toJavaStream();
    }

    private static <P extends Protocol> Seq<DynamicTest> variants(FamilySpecs<P> family) {
        return family.stated()
                .map(stated -> DynamicTest.dynamicTest(stated.outline().id(), () -> assertNoneIsSilent(stated)));
    }

    private static void assertNoneIsSilent(Stated<?> stated) {
        Labels silent = new Labels();
        walk(stated.build().inquiry().model(), move -> silent.add(move, isSilent(move)));
        assertEquals(TreeSet.empty(), silent.labels, stated.outline().id());
    }

    /** It changes nothing but its actor's place, was decided by what it read, and tells of nothing. */
    private static boolean isSilent(Move move) {
        return move.said().isEmpty()
                && move.events().isEmpty()
                && !move.reads().isEmpty()
                && move.writes().forAll(cell -> move.before(cell).equals(move.after(cell)));
    }

    @TestFactory
    Stream<DynamicTest> whatAStepOfFsdaxSaysItSawIsSo() {
        return Catalogue.families()
                .filter(family -> family.family().name().equals("fsdax"))
                .flatMap(FamilySpecs::stated)
                .map(stated -> DynamicTest.dynamicTest(
                        stated.outline().id(),
                        () -> walk(stated.build().inquiry().model(), move -> new SaidReader(move).assertIsSo())))
                .toJavaStream();
    }

    @Test
    void theStepsThatTestSomethingSayBothWays() {
        Labels said = new Labels();
        Catalogue.families()
                .filter(family -> family.family().name().equals("fsdax"))
                .flatMap(FamilySpecs::stated)
                .forEach(stated -> walk(
                        stated.build().inquiry().model(),
                        move -> move.said().forEach(words -> said.add(place(move) + " " + firstWords(words)))));
        assertTrue(
                said.labels.containsAll(Vector.of(
                        "f3 block is",
                        "f3 no block",
                        "f4 device alive",
                        "f4 device dead",
                        "g1 nothing to pin",
                        "g1 pte",
                        "t3 nothing mapped",
                        "t4 busy",
                        "t4 entry locked",
                        "t10 entry locked",
                        "t10 no entry")),
                said.labels.toString());
    }

    private static String place(Move move) {
        return move.step().label().split(" ")[0];
    }

    private static String firstWords(String words) {
        return words.split("[:?=]| P\\d")[0].strip();
    }

    /** Every move of every state on some walks at random. */
    private static void walk(Model model, Consumer<Move> visitor) {
        Random random = new Random(SEED);
        for (int walk = 0; walk < WALKS; walk++) {
            State state = any(random, model.initialStates());
            for (int depth = 0; depth < DEPTH; depth++) {
                Seq<Move> moves = Move.in(state).toVector();
                if (moves.isEmpty()) {
                    break;
                }
                moves.forEach(visitor);
                state = any(random, moves.map(Move::to));
            }
        }
    }

    private static <T> T any(Random random, Seq<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What was met so far. */
    private static final class Labels {
        private TreeSet<String> labels = TreeSet.empty();

        void add(Move move, boolean counts) {
            if (counts) {
                add(move.step().label());
            }
        }

        void add(String label) {
            labels = labels.add(label);
        }
    }
}
