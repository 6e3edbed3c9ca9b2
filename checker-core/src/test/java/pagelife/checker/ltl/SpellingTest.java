package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.model.Model;

/** A report shows the formula that was checked: a text that reads back as another would be a lie. */
class SpellingTest {
    private static final Model MODEL = Fixture.MODEL;
    private static final Seq<String> NAMES = Vector.of(
            "p",
            "p2",
            "_x",
            "a1b2c3",
            "1p",
            "page is free",
            "G",
            "GF",
            "XGX",
            "U",
            "V",
            "true",
            "taken",
            "stuck",
            "Gap",
            "é",
            "");
    private static final Vocabulary WORDS =
            new Vocabulary(MODEL, NAMES.toMap(name -> name, name -> SpellingTest::claim));

    private static boolean claim(pagelife.checker.model.View view) {
        return view != null;
    }

    private static Formula read(String text) {
        return FormulaParser.parse(text, WORDS).getOrElseThrow(error -> new AssertionError(error.sentence()));
    }

    private static Formula named(String name) {
        return Formulas.holds(name, WORDS.propositions().get(name).get());
    }

    private static Seq<Formula> leaves() {
        return Vector.of(
                        Formulas.TRUE,
                        Formulas.FALSE,
                        Formulas.stuck(MODEL),
                        Formulas.moves(MODEL.actor("a")),
                        Formulas.taken(MODEL.actor("a").step("a1")),
                        Formulas.enabled(MODEL.actor("b")),
                        Formulas.enabled(MODEL.actor("b").step("b1")),
                        Formulas.finished(MODEL.actor("a")))
                .appendAll(NAMES.map(SpellingTest::named));
    }

    @Test
    void everyOperatorWithinEveryOtherReadsBackAsItWas() {
        Seq<Formula> plain = Vector.of(named("p"), named("p2"));
        Seq<Formula> within = AnyFormula.over(plain, plain);
        Seq<Formula> all = AnyFormula.over(within, within);
        assertEquals(36 * 4 + 36 * 36 * 7, all.size());
        all.forEach(formula -> assertEquals(formula, read(formula.toString())));
    }

    @Test
    void everyLeafReadsBackAsItWas() {
        leaves().forEach(leaf -> assertEquals(leaf, read(leaf.toString())));
    }

    @Property(tries = 2000)
    void whatIsPrintedReadsBackAsItWas(@ForAll("formulas") Formula formula) {
        assertEquals(formula, read(formula.toString()));
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return AnyFormula.of(6, Arbitraries.of(leaves().asJava()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p <-> (p2 <-> p)",
                "p <-> p2 <-> p",
                "(p -> p2) -> p",
                "p -> p2 -> p",
                "(p U p2) U p",
                "p || (p2 || p)",
                "!(p && p2) R X p",
                "[]<>p -> <>[]p2"
            })
    void noMoreParenthesesThanNeeded(String text) {
        assertEquals(text, read(text).toString());
    }

    @Test
    void aFormulaOfAHundredThousandOperatorsIsPrintedWithoutADeepStack() {
        Formula chain = named("p");
        Formula tower = named("p");
        for (int i = 0; i < 100_000; i++) {
            chain = chain.and(named("p"));
            tower = Formulas.next(tower);
        }
        assertEquals("p" + " && p".repeat(100_000), chain.toString());
        assertEquals("X ".repeat(100_000) + "p", tower.toString());
        assertEquals(Vector.of(named("p")), chain.atoms());
    }
}
