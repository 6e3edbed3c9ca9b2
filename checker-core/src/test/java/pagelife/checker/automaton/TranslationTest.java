package pagelife.checker.automaton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.ltl.AnyFormula;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.View;
import pagelife.checker.naive.NaiveWord;
import pagelife.checker.naive.SmallGraph;

class TranslationTest {
    private static final Predicate<View> NEVER = view -> false;
    private static final Arbitrary<Formula> LEAVES =
            Arbitraries.of("p", "q", "!p", "!q", "true", "false").map(Fixture::formula);

    /** A run over p and q: the letters, and where it goes on after the last. */
    private record Word(List<Integer> letters, int loopStart) {}

    @ParameterizedTest(name = "{0} is rejected by {1} states")
    @CsvSource({
        "[](p -> <>q), 2",
        "[]p, 2",
        "<>p, 1",
        "[]<>p, 2",
        "<>[]p, 1",
        "p U q, 2",
        "[]<>p -> []<>q, 2",
        "[](p -> X q), 3",
        "true, 0",
        "[]<>(p || !p), 0"
    })
    void theUsualShapesHaveSmallAutomata(String formula, int states) {
        assertEquals(
                states,
                Translation.rejecting(Fixture.formula(formula), () -> {}).states());
    }

    @Property(tries = 3000)
    void aFormulaIsAcceptedWhereItIsTrueAndRejectedWhereItIsFalse(
            @ForAll("formulas") Formula formula, @ForAll("words") Word word) {
        assertTranslated(formula, word);
    }

    /**
     * {@code <>[](p U q)} is not {@code [](p U q)}: what simplifies {@code <>[]<>q} must look at the left side of the
     * until.
     */
    @Property(tries = 3000)
    void untilsWithinUntilsUnderPersistenceAndRecurrence(
            @ForAll("nestedUntils") Formula formula, @ForAll("words") Word word) {
        assertTranslated(formula, word);
    }

    @ParameterizedTest(name = "{0} after p and q: {1}")
    @CsvSource({"<>[](p U q), true", "[](p U q), false", "[]<>(p R q), false", "<>(p R q), true"})
    void whatIsSimplifiedForEventuallyAloneIsNotForUntil(String text, boolean holds) {
        Word word = text.contains("U") ? new Word(List.of(0, 2), 1) : new Word(List.of(3, 0), 1);
        assertEquals(holds, isTrue(Fixture.formula(text), word));
        assertTranslated(Fixture.formula(text), word);
    }

    private static void assertTranslated(Formula formula, Word word) {
        boolean holds = isTrue(formula, word);
        assertEquals(holds, accepts(Translation.accepting(formula, () -> {}), word));
        assertEquals(!holds, accepts(Translation.rejecting(formula, () -> {}), word));
    }

    @Provide
    Arbitrary<Word> words() {
        return Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(letters ->
                        Arbitraries.integers().between(0, letters.size() - 1).map(start -> new Word(letters, start)));
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return AnyFormula.of(4, LEAVES);
    }

    @Provide
    Arbitrary<Formula> nestedUntils() {
        return AnyFormula.nestedUntils(LEAVES);
    }

    @Test
    void nineAssumptionsShareAState() {
        Automaton automaton = Translation.rejecting(recurring(9).implies(Formulas.infinitelyOften(named(9))), () -> {});
        assertEquals(2, automaton.states());
        assertEquals(2, automaton.edges(0).length, "whether to wait any longer");
        assertEquals(512, automaton.edges(1).length, "which of the nine are met here");
        assertEquals(9, automaton.markCount());
    }

    @Test
    void aChainOfEquivalencesIsTranslatedOncePerPart() {
        String forty = "p <-> ".repeat(39) + "p";
        assertEquals(0, Translation.rejecting(Fixture.formula(forty), () -> {}).states());
        String many = "p <-> ".repeat(400) + "q";
        assertEquals(
                2,
                Translation.rejecting(Fixture.formula("[](" + many + ")"), () -> {})
                        .states());
    }

    @Test
    void theLargestFormulaThereMayBeNeedsNoDeepStack() {
        for (String operators :
                List.of("!!", "X X ", "[]<>", "p U q R ", "p || X ", "p && X ", "p W q W ", "p -> X ")) {
            Formula formula = Fixture.formula(operators.repeat(250) + "p");
            translate(formula);
        }
    }

    /** To an automaton, or to the answer that it would be too large. */
    private static void translate(Formula formula) {
        try {
            assertTrue(Translation.accepting(formula, () -> {}).states() > 0);
        } catch (TooLarge e) {
            assertTrue(e.getMessage().startsWith("the formula is too large"));
        }
    }

    @Test
    void aFormulaBeyondTheLimitIsTooLarge() {
        Formula nexts = named(0);
        for (int i = 1; i < 18; i++) {
            nexts = named(0).or(Formulas.next(nexts)).and(Formulas.eventually(named(i).until(Formulas.next(named(0)))));
        }
        Formula many = nexts;
        TooLarge tooLarge = assertThrows(TooLarge.class, () -> Translation.accepting(many, () -> {}));
        assertTrue(
                tooLarge.getMessage()
                        .matches("the formula is too large: its automaton needs more than (1000 states|65536 edges);"
                                + " split it into several properties"),
                tooLarge::getMessage);
    }

    @Test
    void moreThanSixtyFourPropositionsAreTooMany() {
        Formula most = Formulas.any(Vector.range(0, 64).map(TranslationTest::named));
        assertEquals(64, Translation.accepting(most, () -> {}).atoms().size());
        TooLarge tooLarge = assertThrows(TooLarge.class, () -> Translation.accepting(most.or(named(64)), () -> {}));
        assertEquals(
                "the formula is too large: its automaton needs more than 64 different propositions; split it into several"
                        + " properties",
                tooLarge.getMessage());
    }

    /** Whatever stage a translation is in when patience ends, it ends there. */
    @Test
    void everyStageAsksWhetherToGoOn() {
        Formula formula = Fixture.formula("([]<>p && <>[]q) || (p U (q R p)) || []X<>q");
        int[] asked = {0};
        Translation.rejecting(formula, () -> asked[0]++);
        Set<String> stages = new TreeSet<>();
        for (int at = 1; at <= asked[0]; at++) {
            stages.add(stageThatEnds(formula, at));
        }
        assertEquals(
                Set.of(
                        "Tableau.prune",
                        "Reach.close",
                        "Reduction.dropCovered",
                        "Reduction.dropDead",
                        "Reduction.merge"),
                stages);
    }

    /** A tableau may try very many ways for a single state. */
    @Test
    void theWaysOfOneStateAreNotAllTriedWhenPatienceEnds() {
        Formula formula = Formulas.all(
                        Vector.range(0, 30).map(i -> named(i).or(named(i + 1)).or(Formulas.next(named(i)))))
                .and(Formulas.not(named(30)));
        int[] asked = {0};
        assertThrows(IllegalStateException.class, () -> Translation.accepting(formula, () -> endAt(++asked[0], 5)));
        assertEquals(5, asked[0]);
    }

    private static void endAt(int asked, int end) {
        if (asked == end) {
            throw new IllegalStateException("enough");
        }
    }

    private static String stageThatEnds(Formula formula, int end) {
        int[] asked = {0};
        IllegalStateException ended = assertThrows(
                IllegalStateException.class, () -> Translation.rejecting(formula, () -> endAt(++asked[0], end)));
        StackTraceElement place = Stream.of(ended.getStackTrace())
                .filter(each -> each.getClassName().startsWith("pagelife.checker.automaton.")
                        && !each.getClassName().contains("Test"))
                .findFirst()
                .orElseThrow();
        return place.getClassName().substring(place.getClassName().lastIndexOf('.') + 1) + "." + place.getMethodName();
    }

    private static Formula named(int number) {
        return Formulas.holds("n" + number, NEVER);
    }

    private static Formula recurring(int count) {
        return Formulas.all(Vector.range(0, count).map(i -> Formulas.infinitelyOften(named(i))));
    }

    private static boolean isTrue(Formula formula, Word word) {
        SmallGraph graph = new SmallGraph(
                4,
                List.of(),
                List.of(),
                (proposition, state) -> (state >>> (proposition.name().equals("p") ? 0 : 1) & 1) != 0);
        List<SmallGraph.Edge> letters = word.letters.stream()
                .map(letter -> new SmallGraph.Edge(letter, SmallGraph.NO_STEP, letter))
                .toList();
        return new NaiveWord(graph, letters, word.loopStart).satisfies(formula);
    }

    /** By definition: reaches a set of places, each reachable from each, whose edges carry all marks. */
    private static boolean accepts(Automaton automaton, Word word) {
        int positions = word.letters.size();
        int places = positions * automaton.states();
        BitSet[] reach = new BitSet[places];
        for (int place = 0; place < places; place++) {
            reach[place] = reachable(automaton, word, place);
        }
        if (places == 0) {
            return false;
        }
        BitSet fromStart = (BitSet) reach[0].clone();
        fromStart.set(0);
        return fromStart.stream()
                .filter(core -> reach[core].get(core) && automaton.isAccepting(core / positions))
                .anyMatch(core -> IntStream.range(0, places)
                                .filter(place -> reach[core].get(place) && reach[place].get(core))
                                .mapToLong(place -> marks(automaton, word, place, reach, core))
                                .reduce(0, (left, right) -> left | right)
                        == automaton.marks());
    }

    private static long marks(Automaton automaton, Word word, int place, BitSet[] reach, int core) {
        long marks = 0;
        for (Automaton.Edge edge : automaton.edges(place / word.letters.size())) {
            int target = target(word, place, edge);
            if (edge.matches(letter(automaton, word, place)) && reach[core].get(target) && reach[target].get(core)) {
                marks |= edge.marks();
            }
        }
        return marks;
    }

    private static int target(Word word, int place, Automaton.Edge edge) {
        int position = place % word.letters.size();
        int next = position + 1 == word.letters.size() ? word.loopStart : position + 1;
        return edge.target() * word.letters.size() + next;
    }

    private static long letter(Automaton automaton, Word word, int place) {
        int values = word.letters.get(place % word.letters.size());
        long letter = 0;
        for (int atom = 0; atom < automaton.atoms().size(); atom++) {
            boolean isP = automaton.atoms().get(atom).name().equals("p");
            letter |= (long) (values >>> (isP ? 0 : 1) & 1) << atom;
        }
        return letter;
    }

    private static BitSet reachable(Automaton automaton, Word word, int from) {
        BitSet reached = new BitSet();
        BitSet open = new BitSet();
        open.set(from);
        while (!open.isEmpty()) {
            int place = open.nextSetBit(0);
            open.clear(place);
            for (Automaton.Edge edge : automaton.edges(place / word.letters.size())) {
                int target = target(word, place, edge);
                if (edge.matches(letter(automaton, word, place)) && !reached.get(target)) {
                    reached.set(target);
                    open.set(target);
                }
            }
        }
        return reached;
    }
}
