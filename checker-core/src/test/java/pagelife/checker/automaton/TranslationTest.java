package pagelife.checker.automaton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.naive.NaiveWord;
import pagelife.checker.naive.SmallGraph;

class TranslationTest {
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
        assertEquals(states, Translation.rejecting(Fixture.formula(formula)).states());
    }

    @Property(tries = 3000)
    void aFormulaIsAcceptedWhereItIsTrueAndRejectedWhereItIsFalse(
            @ForAll("formulas") Formula formula, @ForAll("words") Word word) {
        boolean holds = isTrue(formula, word);
        assertEquals(holds, accepts(Translation.accepting(formula), word));
        assertEquals(!holds, accepts(Translation.rejecting(formula), word));
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
        return formulas(4);
    }

    private static Arbitrary<Formula> formulas(int depth) {
        Arbitrary<Formula> leaf =
                Arbitraries.of("p", "q", "!p", "!q", "true", "false").map(Fixture::formula);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Formula> smaller = Arbitraries.lazy(() -> formulas(depth - 1));
        Arbitrary<Formula> unary = Combinators.combine(Arbitraries.integers().between(0, 3), smaller)
                .as((kind, operand) -> switch (kind) {
                    case 0 -> Formulas.not(operand);
                    case 1 -> Formulas.next(operand);
                    case 2 -> Formulas.always(operand);
                    default -> Formulas.eventually(operand);
                });
        Arbitrary<Formula> binary = Combinators.combine(Arbitraries.integers().between(0, 6), smaller, smaller)
                .as((kind, left, right) -> switch (kind) {
                    case 0 -> left.and(right);
                    case 1 -> left.or(right);
                    case 2 -> left.implies(right);
                    case 3 -> left.iff(right);
                    case 4 -> left.until(right);
                    case 5 -> left.weakUntil(right);
                    default -> left.release(right);
                });
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, leaf), net.jqwik.api.Tuple.of(2, unary), net.jqwik.api.Tuple.of(3, binary));
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
