package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.check;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Depth;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/** Two actors that share nothing, or only a history: every interleaving is explored, and none that is not one. */
class InterleavingTest {
    /** Actors a and b take {@code n} steps each. */
    private static Model walkers(int n) {
        ModelBuilder builder = Model.builder("two walkers");
        for (String name : Vector.of("a", "b")) {
            builder.actor(name, Walk.class, new Walk(0))
                    .step("go", "", Source.NONE, Walk.class, (at, view) -> at.next(n));
        }
        return builder.build();
    }

    /** The same, and each step notes who took it. */
    private static Model writers(int n) {
        ModelBuilder builder = Model.builder("two writers");
        Cell<String> history = builder.cell("history", String.class, "");
        for (String name : Vector.of("a", "b")) {
            builder.actor(name, Walk.class, new Walk(0)).step("go", "", Source.NONE, Walk.class, (at, view) -> {
                view.write(history, view.read(history) + name);
                return at.next(n);
            });
        }
        return builder.build();
    }

    private static Property happens(Model model, String history) {
        Cell<?> cell = model.cells().find(c -> c.name().equals("history")).get();
        return new Sometimes(
                history, "this order happens", view -> view.read(cell).equals(history));
    }

    /*
     * A state is a pair of places: (n+1)^2. Each row and each column of that square has n steps: 2 n (n+1). The longest
     * way takes 2n steps: 2n+1 levels.
     */
    @ParameterizedTest
    @CsvSource({"1, 4, 4, 3", "2, 9, 12, 5", "3, 16, 24, 7", "10, 121, 220, 21"})
    void twoWalkersSpanASquare(int n, long states, long transitions, int levels) {
        assertEquals(
                new Counts(states, transitions, levels),
                check(walkers(n), Order.BREADTH_FIRST).counts());
    }

    /* The first path to the end has 2n steps, and no path is longer. */
    @Test
    void depthFirstCountsTheLongestPathInStates() {
        assertEquals(new Counts(16, 24, 7), check(walkers(3), Order.DEPTH_FIRST).counts());
        assertEquals(Depth.LONGEST_PATH, check(walkers(3), Order.DEPTH_FIRST).depth());
        assertEquals(Depth.LEVELS, check(walkers(3), Order.BREADTH_FIRST).depth());
    }

    /*
     * With a history a state is a prefix of an interleaving of aa and bb:
     *   (empty); a b; aa ab ba bb; aab aba abb baa bab bba; aabb abab abba baab baba bbaa
     * 1 + 2 + 4 + 6 + 6 = 19 states, a tree: 18 transitions.
     */
    @ParameterizedTest
    @EnumSource(Order.class)
    void twoTimesTwoStepsHaveNineteenPrefixes(Order order) {
        assertEquals(new Counts(19, 18, 5), check(writers(2), order).counts());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void eachOfTheSixInterleavingsHappens(Order order) {
        Model model = writers(2);
        Property[] all = Vector.of("aabb", "abab", "abba", "baab", "baba", "bbaa")
                .map(history -> happens(model, history))
                .toJavaArray(Property[]::new);
        Result result = check(model, order, all);
        assertEquals(Vector.fill(6, Verdict.HOLDS), result.findings().map(finding -> finding.verdict()));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void anInterleavingWithThreeStepsOfOneActorNeverHappens(Order order) {
        Model model = writers(2);
        Result result = check(model, order, happens(model, "aaa"), happens(model, "abaa"));
        assertEquals(Vector.fill(2, Verdict.NEVER_HAPPENS), result.findings().map(finding -> finding.verdict()));
    }

    /* 20 interleavings of aaa and bbb = 6 over 3; their prefixes: 1 + 2 + 4 + 8 + 14 + 20 + 20 = 69. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void twoTimesThreeStepsHaveSixtyNinePrefixes(Order order) {
        assertEquals(new Counts(69, 68, 7), check(writers(3), order).counts());
    }
}
