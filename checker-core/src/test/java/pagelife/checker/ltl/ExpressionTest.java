package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.State;
import pagelife.checker.value.Vacant;

/** Expressions over states: what they mean, and what is said of those that mean nothing. */
class ExpressionTest {
    /** A page. */
    record PageId(int number) {
        @Override
        public String toString() {
            return "P" + number;
        }
    }

    /** Where an entry stands. */
    record SlotAt(PageId page, int index) {
        @Override
        public String toString() {
            return page + "," + index;
        }
    }

    /** A count. */
    record Page(int refs, boolean dirty, Option<PageId> next) {}

    /** The life of a device. */
    enum Life {
        LIVE,
        GONE
    }

    /** Whom something belongs to. */
    sealed interface Belongs {
        /** To nobody. */
        record Nowhere() implements Belongs, Vacant {}

        /** To a page. */
        record There(PageId page) implements Belongs {}
    }

    /** What a task has in mind. */
    record Busy(PageId page, Vector<PageId> seen) {}

    private static final PageId P0 = new PageId(0);
    private static final PageId P1 = new PageId(1);
    private static final Vector<PageId> PAGES = Vector.of(P0, P1);

    private static final Model MODEL = model();
    private static final State START = MODEL.initialStates().head();
    private static final Vocabulary WORDS = new Vocabulary(
            MODEL,
            LinkedHashMap.of("mapped", view -> true, "freed", view -> false),
            LinkedHashMap.of(
                    "pins",
                    Measure.of(Vector.of(P0, P1), (view, page) -> page.equals(P0) ? 2 : 0),
                    "first",
                    Measure.truth(Vector.of(P0, P1), (view, page) -> page.equals(P0)),
                    "begun",
                    Measure.truth(
                            Vector.ofAll(MODEL.actors()),
                            (view, actor) -> !actor.toString().isEmpty())));

    private static Model model() {
        ModelBuilder builder = Model.builder("expressions");
        CellFamily<PageId, Page> pages = builder.cells(
                "page",
                PAGES,
                Page.class,
                page -> page.equals(P0) ? new Page(2, true, Option.some(P1)) : new Page(0, false, Option.none()));
        builder.cells("slot", PAGES.map(page -> new SlotAt(page, 7)), Life.class, at -> Life.LIVE);
        builder.cell("life", Life.GONE);
        builder.cell("home", Belongs.class, new Belongs.There(P1));
        builder.cell("away", Belongs.class, new Belongs.Nowhere());
        builder.cell("waiters", Vector.class, Vector.of(P1));
        builder.task("gup-fast")
                .begins(now -> now.hand(new Busy(P1, PAGES)))
                .step("g1 look", Busy.class, (now, busy) -> now.change(pages.of(P0), page -> page))
                .step("g2 end", now -> {});
        builder.task("truncate").step("t5 queue", now -> {});
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    taken > 0           | at 1: expected (taken) in parentheses for the cell, as taken is reserved, found "taken"
                    forks = 1 && !taken | at 15: expected (taken) in parentheses for the cell, as taken is reserved, found "taken"
                    enabled(P0) = 1     | at 1: expected (enabled(P0)) in parentheses for the cell, as enabled is reserved, found "enabled"
                    G = 1               | at 1: expected (G) in parentheses for the cell, as G is reserved, found "G"
                    U = 1               | at 1: expected (U) in parentheses for the cell, as U is reserved, found "U"
                    !stuck              | at 2: expected (stuck) in parentheses for the cell, as stuck is reserved, found "stuck"
                    finished            | at 1: expected "finished" in quotes, as finished is reserved, found "finished"
                    forks > "taken      | at 15: expected a quote to end the one at 9, found the end
                    taken(a.s1) && fork | at 16: expected a proposition (finished), found "fork"
                    """)
    void aCellOfAReservedNameStandsInParentheses(String text, String said) {
        ModelBuilder builder = Model.builder("reserved");
        builder.cell("forks", 1);
        builder.cell("taken", 1);
        builder.cell("stuck", true);
        builder.cell("G", 1);
        builder.cell("U", 1);
        builder.cells("enabled", Vector.of(P0), Integer.class, page -> 1);
        builder.task("a").step("s1 go", now -> {});
        Model model = builder.build();
        Vocabulary words = new Vocabulary(model, LinkedHashMap.of("finished", view -> true), LinkedHashMap.empty());
        assertEquals(
                said,
                FormulaParser.parse(text, words)
                        .swap()
                        .map(SyntaxError::sentence)
                        .getOrElse(""));
        for (String right : new String[] {
            "(taken) > 0 && 0 < taken", "(enabled(P0)) = 1", "(G) = 1", "(U) = 1", "(stuck)", "\"finished\""
        }) {
            assertTrue(
                    FormulaParser.parseState(right, words)
                            .get()
                            .test(model.initialStates().head()),
                    right);
        }
    }

    private static boolean holds(String text) {
        return FormulaParser.parseState(text, WORDS)
                .getOrElseThrow(
                        error -> new AssertionError(error.sentence() + "\n" + error.excerpt() + "\n" + error.caret()))
                .test(START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page(P0).refs = 2",
                "page(P0).refs == 2",
                "page(P0).refs >= 2 && page(P1).refs < 1",
                "page(P0).refs = page(P1).refs + 2",
                "page(P0).refs * 3 - 1 = 5",
                "(page(P0).refs + 1) * 2 = 6",
                "page(P0).refs - 1 - 1 = 0",
                "page(P0).dirty",
                "!page(P1).dirty",
                "page(P0).dirty = true",
                "page(P0).next = P1",
                "P1 = page(P0).next",
                "page(P1).next != P1",
                "!(page(P1).next = P1)",
                "page(P1).next = none",
                "page(P0).next != none",
                "away = none && home != none",
                "home.page = P1 && away.page != P1",
                "!(page(P1).next = page(P1).next)",
                "page(P0).next.number = 1",
                "!(page(P1).next.number < 5)",
                "page(P0).next = \"P1\"",
                "slot(P0,7) = LIVE",
                "life = GONE",
                "life != live",
                "P1 in waiters",
                "!(P0 in waiters)",
                "size(waiters) = 1",
                "size(gup-fast.seen) = 2",
                "gup-fast.page = P1",
                "P0 in gup-fast.seen",
                "gup-fast@g1",
                "!gup-fast@g2",
                "truncate@t5",
                "pins(P0) = page(P0).refs",
                "forall p: pages. page(p).refs >= pins(p)",
                "exists p: pages. page(p).refs = 0",
                "forall p: pages. exists q: pages. page(q).refs <= page(p).refs",
                "forall p: pages. slot(p, 7) = LIVE",
                "forall s: slots. slot(s) = LIVE",
                "!exists t: tasks. finished(t)",
                "exists t: tasks. t@g1",
                "exists t: tasks. t = truncate && t@t5",
                "first(P0) && !first(P1)",
                "first(P0) = true",
                "exists p: pages. !first(p)",
                "forall t: tasks. begun(t)",
                "begun(gup-fast)",
                "mapped && page(P0).refs = 2",
                "freed || page(P0).refs = 2",
                "mapped -> page(P0).refs = 2",
                "(mapped) && (page(P0).refs = 2 -> true)",
                "enabled(truncate.t5)",
                "page(P0).refs-1 = 1",
                "!(999999999999999999 * 999999999999999999 > 0)",
                "2 + 3 * 2 = 8",
                "2 * 3 - 4 - 1 = 1",
                "true || false && false",
                "!false && true",
                "false -> false -> false",
                "forall t: tasks. t@g1 || t@t5",
                "exists t: tasks. size(t.seen) = 2",
                "true"
            })
    void whatIsSoIsSo(String text) {
        assertTrue(holds(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "page(P9).refs = 1 | 5 | one of page(P0), page(P1) | \"page(P9)\"",
                "page(P0).rfs = 1 | 9 | a component (refs, dirty, next) of page(P0), such as refs | \"rfs\"",
                "page(P0).refs = P0 | 16 | a number | \"P0\"",
                "page(P0).refs = life | 16 | a number, as page(P0).refs is | life, which is a Life (LIVE, GONE)",
                "page(P0).next < P1 | 0 | a number beside < | page(P0).next, which is a PageId",
                "life = GON | 7 | one of LIVE, GONE, such as GONE | \"GON\"",
                "page = 1 | 0 | one of page(P0), page(P1) | \"page\" alone",
                "pge(P0).refs = 1 | 0 | a cell (page, slot, life, home, away, waiters, at(gup-fast), at(truncate)), such as page | \"pge(P0)\"",
                "page(P0).refs | 13 | a comparison (= != < <= > >= in) of page(P0).refs | the end",
                "truncate@g1 | 9 | a step of truncate (t5) | \"g1\"",
                "forall p: page. true | 10 | a domain (tasks, pages, slots) | \"page\"",
                "forall p pages. true | 9 | \":\" and a domain | \"pages. true\"",
                "forall p: pages. page(p).refs = q | 32 | a number | \"q\"",
                "pins(P7) = 1 | 5 | one of P0, P1 | \"P7\"",
                "begun(gup) | 6 | one of gup-fast, truncate | \"gup\"",
                "first(P0) = 1 | 12 | true or false, as first(P0) is | 1, which is a number",
                "life.refs = 1 | 5 | no component: life is a Life (LIVE, GONE) | \"refs\"",
                "page(P0).refs = 12345678901234567890 | 16 | a number of at most 18 digits | 12345678901234567890",
                "[]mapped | 0 | a claim about one state, without taken and temporal operators | \"[]mapped\"",
            })
    void whatMeansNothingIsRefusedBeforeASearch(String text, int at, String expected, String found) {
        SyntaxError error = FormulaParser.parseState(text, WORDS).getLeft();
        assertEquals(
                at + ": expected " + expected + ", found " + found,
                error.position() + ": expected " + error.expected() + ", found " + error.found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[](page(P0).refs >= 2)",
                "<>(life = GONE) U gup-fast@g1",
                "forall p: pages. [](page(p).refs >= 1 -> <>(page(p).refs = 0))",
                "[]forall p: pages. page(p).refs = 0",
                "exists t: tasks. <>taken(t)",
            })
    void aFormulaWithExpressionsIsReadBack(String text) {
        Formula formula = FormulaParser.parse(text, WORDS).get();
        assertEquals(formula, FormulaParser.parse(formula.toString(), WORDS).get(), formula.toString());
    }

    @Test
    void aQuantifierOverWhatIsTemporalIsUnfolded() {
        assertEquals(
                "<>taken(gup-fast) || <>taken(truncate)",
                FormulaParser.parse("exists t: tasks. <>taken(t)", WORDS).get().toString());
    }

    @Test
    void hostileTextIsAnsweredInALine() {
        for (String text : Vector.of(
                "(".repeat(100_000),
                "!".repeat(1_000_000),
                "page(".repeat(100_000),
                "forall p: pages. ".repeat(1_000),
                "forall p: pages. ".repeat(40) + "true",
                "1+".repeat(200_000) + "1 = 1",
                "\u0000\u0007 = 1",
                "x".repeat(1_000_000))) {
            SyntaxError error = FormulaParser.parseState(text, WORDS).getLeft();
            assertTrue(error.sentence().length() < 400, error.sentence());
            assertTrue(error.excerpt().length() <= 90, error.excerpt());
        }
    }

    /** A number as text, and what it is, worked out beside. */
    record Sum(String text, long value) {}

    /** A claim as text, and whether it is so, worked out beside. */
    record Claim(String text, boolean holds) {}

    @Provide
    Arbitrary<Claim> claims() {
        return claim(3);
    }

    private static Arbitrary<Sum> sum(int depth) {
        Arbitrary<Sum> leaf = Arbitraries.of(
                new Sum("page(P0).refs", 2),
                new Sum("page(P1).refs", 0),
                new Sum("pins(P0)", 2),
                new Sum("size(waiters)", 1),
                new Sum("7", 7));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Sum> smaller = sum(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(smaller, smaller, Arbitraries.of("+", "-", "*"))
                        .as(ExpressionTest::arithmetic));
    }

    private static Sum arithmetic(Sum left, Sum right, String sign) {
        long value = switch (sign) {
            case "+" -> left.value() + right.value();
            case "-" -> left.value() - right.value();
            default -> left.value() * right.value();
        };
        return new Sum("(" + left.text() + " " + sign + " " + right.text() + ")", value);
    }

    private static Arbitrary<Claim> claim(int depth) {
        Arbitrary<Claim> leaf = Combinators.combine(sum(2), sum(2), Arbitraries.of("=", "!=", "<", "<=", ">", ">="))
                .as((left, right, sign) -> new Claim(
                        left.text() + " " + sign + " " + right.text(), compares(left.value(), sign, right.value())));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Claim> smaller = claim(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                smaller.map(one -> new Claim("!(" + one.text() + ")", !one.holds())),
                smaller.map(one -> new Claim("(forall p: pages. " + one.text() + ")", one.holds())),
                Combinators.combine(smaller, smaller, Arbitraries.of("&&", "||", "->", "<->"))
                        .as((left, right, sign) -> new Claim(
                                "(" + left.text() + ") " + sign + " (" + right.text() + ")",
                                joins(left.holds(), sign, right.holds()))));
    }

    private static boolean compares(long left, String sign, long right) {
        return switch (sign) {
            case "=" -> left == right;
            case "!=" -> left != right;
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            default -> left >= right;
        };
    }

    private static boolean joins(boolean left, String sign, boolean right) {
        return switch (sign) {
            case "&&" -> left && right;
            case "||" -> left || right;
            case "->" -> !left || right;
            default -> left == right;
        };
    }

    @Property(tries = 500)
    void aClaimIsWhatItIsWorkedOutToBe(@ForAll("claims") Claim claim) {
        assertEquals(claim.holds(), holds(claim.text()), claim.text());
    }
}
