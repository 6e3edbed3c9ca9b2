package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pagelife.checker.ltl.Formulas.always;
import static pagelife.checker.ltl.Formulas.eventually;
import static pagelife.checker.ltl.Formulas.infinitelyOften;
import static pagelife.checker.ltl.Formulas.moves;
import static pagelife.checker.ltl.Formulas.next;
import static pagelife.checker.ltl.Formulas.not;
import static pagelife.checker.ltl.Formulas.taken;

import io.vavr.collection.LinkedHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.View;
import pagelife.checker.property.Temporal;

class FormulaParserTest {
    private static final Model MODEL = Fixture.MODEL;
    private static final Predicate<View> ANY = view -> true;
    private static final Vocabulary WORDS =
            new Vocabulary(MODEL, LinkedHashMap.of("waiting", ANY, "p", ANY, "q", ANY, "page is free", ANY));

    private final Formula waiting = Formulas.holds("waiting", ANY);
    private final Formula p = Formulas.holds("p", ANY);
    private final Formula q = Formulas.holds("q", ANY);

    private static Formula read(String text) {
        return FormulaParser.parse(text, WORDS).getOrElseThrow(error -> new AssertionError(error.sentence()));
    }

    private static SyntaxError error(String text) {
        return FormulaParser.parse(text, WORDS).getLeft();
    }

    @Test
    void theExampleOfTheHandbook() {
        assertEquals(always(waiting.implies(eventually(not(waiting)))), read("[](waiting -> <>!waiting)"));
        assertEquals(waiting.leadsTo(not(waiting)), read("waiting ~> !waiting"));
    }

    @Test
    void lettersAreAsGoodAsSymbols() {
        assertEquals(read("[](p -> <>q)"), read("G(p -> F q)"));
        assertEquals(infinitelyOften(p), read("GF p"));
        assertEquals(next(next(p)), read("XX p"));
        assertEquals(p.release(q), read("p V q"));
    }

    @Test
    void untilBindsTighterThanAndWhichBindsTighterThanOr() {
        assertEquals(p.or(q.and(p.until(q))), read("p || q && p U q"));
        assertEquals(p.implies(q.implies(p)), read("p -> q -> p"));
        assertEquals(p.until(q.weakUntil(p)), read("p U q W p"));
        assertEquals(not(p).until(q), read("!p U q"));
        assertEquals(p.iff(q.implies(p)), read("p <-> q -> p"));
    }

    @Test
    void stepsAndActorsGoByTheirNames() {
        assertEquals(taken(MODEL.actor("a").step("a1")), read("taken(a.a1)"));
        assertEquals(moves(MODEL.actor("b")), read("taken( b )"));
        assertEquals(Formulas.stuck(MODEL), read("stuck"));
        assertEquals(Formulas.holds("page is free", ANY), read("\"page is free\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[](p -> <>!q)",
                "p U (q W p) && !(p R q)",
                "(p -> q) -> p",
                "(p U q) U p",
                "\"page is free\" <-> X taken(a.a1)",
                "[]<>enabled(b) || !enabled()"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertEquals(read(text), read(read(text).toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[](waitng -> p);3;a proposition (p, page is free, q, waiting);\"waitng\"",
                "[](p -> <>q;11;an operator or \")\" for the \"(\" at 3;the end",
                "p &&;4;a formula;the end",
                "p q;2;an operator or the end;\"q\"",
                "p & q;2;an operator or the end;\"& q\"",
                "taken(c);6;an actor (a, b) or actor.step;\"c\"",
                "taken(a.x);6;a step of a (a1, a2);\"a.x\"",
                "taken a;6;\"(\" with an actor or a step;\"a\"",
                "U p;0;a formula;\"U p\"",
                "\"page;5;a quote to end the one at 1;the end",
                "``;0;a formula;the end"
            })
    void anErrorSaysWhereAndWhatWasExpected(String text, int position, String expected, String found) {
        SyntaxError error = error(text == null ? "" : text);
        assertEquals(position, error.position());
        assertEquals(expected, error.expected());
        assertEquals(found, error.found());
    }

    @Test
    void theCaretStandsBelowTheError() {
        assertEquals("   ^", error("[](waitng -> p)").caret());
        assertEquals("at 4: expected a formula, found \")\"", error("[]()").sentence());
    }

    @Test
    void ofALongTextTheSurroundingsOfTheErrorAreShown() {
        SyntaxError error = error("p && ".repeat(100) + "wrong" + " && p".repeat(100));
        assertEquals("..." + "p && ".repeat(8) + "wrong" + " && p".repeat(7) + "...", error.excerpt());
        assertEquals(" ".repeat(3 + 40) + "^", error.caret());
        SyntaxError late = error("(p" + " && q".repeat(100));
        assertTrue(late.excerpt().endsWith(" && q"));
        assertEquals(late.excerpt().length(), late.caret().length() - 1);
        SyntaxError early = error("&& p" + " && q".repeat(100));
        assertEquals("&& p" + " && q".repeat(15) + " ...", early.excerpt());
        assertEquals("^", early.caret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "!", "[]", "<>", "X ", "G", "p && ", "p || ", "p -> ", "p <-> ", "p U ", "p W ", "p R ", "p V "
            })
    void fiveHundredOperatorsAreReadAndOneMoreIsRefused(String operator) {
        String most = operator.repeat(500) + (operator.equals("G") ? " p" : "p");
        String closed = most + (operator.equals("(") ? ")".repeat(500) : "");
        assertTrue(read(closed).isModest());
        SyntaxError error = error(operator + closed);
        assertEquals("a formula of at most 500 operators and opening parentheses", error.expected());
        assertTrue(read(read(closed).toString()).equals(read(closed)));
    }

    @Test
    void operatorsSideBySideCountAsThoseWithinOneAnother() {
        assertTrue(read("(p U q) && ".repeat(166) + "!p && q").isModest());
        assertEquals(
                11 * 166 + "!p && ".length(),
                error("(p U q) && ".repeat(166) + "!p && X q").position());
    }

    @Test
    void leadsToCountsAsTheThreeOperatorsThatItStandsFor() {
        assertTrue(read("p ~> ".repeat(166) + "q").isModest());
        assertTrue(FormulaParser.parse("p ~> ".repeat(167) + "q", WORDS).isLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p && ", "p || ", "p <-> ", "p -> ", "!", "(", "[]", "GFX ", "p U ", "(p) && "})
    void aHundredThousandOperatorsAreRefusedWithoutADeepStack(String operator) {
        SyntaxError error = error(operator.repeat(100_000) + "p");
        assertEquals("a formula of at most 500 operators and opening parentheses", error.expected());
    }

    @Test
    void aClaimInJavaIsRefusedWhereAClaimInTextWouldBe() {
        Formula most = p;
        for (int i = 0; i < 500; i++) {
            most = most.or(q);
        }
        Temporal.of("most", "", most);
        Formula more = next(most);
        assertEquals(
                "property more: a formula may have at most 500 operators; split it into several properties",
                assertThrows(ModelException.class, () -> Temporal.of("more", "", more))
                        .getMessage());
    }
}
