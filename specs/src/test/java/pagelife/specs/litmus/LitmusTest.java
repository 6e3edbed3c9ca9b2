package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.model.TextException;
import pagelife.checker.result.Verdict;
import pagelife.specs.Expectation;

/** Litmus tests as text. */
class LitmusTest {
    private static final String TEXT = """
            Pagelife fsdax/6.1 two-pins   # a remark
            "Two pins, and a # that is no remark."
            (* a remark of
               two lines *)
            rules { directIoWakes=off, unpinWakes=off }
            bounds { pages=2; mms=1 }
            fairness { none }
            setup { read mm0 0; read mm0 1 }

             writer           | truncater    ;
             pin slow mm0 0   | truncate f   ;
             loop { read mm0 0; unpin } | ;
                              | either {     ;
                              |  munmap mm0  ;
                              | } or { remove } ;

            LTL-1' StuckWaiter
            expect broken in 9
            schedule truncater: t1 t3[a, b[c]];
              writer: s1
            forbid stuck &&
              !finished(truncater)
            expect never happens
            ~exists stuck
            """;

    @Test
    void aTestIsReadAsItIsWritten() {
        Litmus test = Litmus.parse(TEXT);
        assertEquals("fsdax/6.1", test.variant().text());
        assertEquals("two-pins", test.name());
        assertEquals("Two pins, and a # that is no remark.", test.about());
        assertEquals("directIoWakes=off unpinWakes=off", test.ruled().toString());
        assertEquals("pages=2 mms=1", test.bounded().toString());
        assertEquals("none", test.fairness().get().text().strip());
        assertEquals("read mm0 0; read mm0 1", test.setup().get().toString());
        assertEquals(
                Vector.of(
                        "writer: pin slow mm0 0; loop { read mm0 0; unpin }",
                        "truncater: truncate f; either { munmap mm0 } or { remove }"),
                test.tasks().map(column -> column.task() + ": " + column.program()));
        assertEquals(
                Vector.of("LTL-1' StuckWaiter", "forbid stuck && !finished(truncater)", "~exists stuck"),
                test.conditions().map(Condition::name));
        assertEquals(
                Vector.of(
                        new Expectation("LTL-1' StuckWaiter", Verdict.VIOLATED, Option.some(9)),
                        new Expectation("forbid stuck && !finished(truncater)", Verdict.NEVER_HAPPENS, Option.none()),
                        new Expectation("~exists stuck", Verdict.HOLDS, Option.none())),
                test.conditions().map(Condition::expectation));
        assertEquals(
                "truncater: t1 t3[a, b[c]]; writer: s1",
                test.conditions().head().schedule().get().toString());
    }

    @Test
    void aTestIsWrittenAsItIsRead() {
        String written = Litmus.parse(TEXT).toString();
        assertEquals("""
                Pagelife fsdax/6.1 two-pins
                "Two pins, and a # that is no remark."
                rules { directIoWakes=off unpinWakes=off }
                bounds { pages=2 mms=1 }
                fairness { none }
                setup { read mm0 0; read mm0 1 }

                 writer                     | truncater                           ;
                 pin slow mm0 0             | truncate f                          ;
                 loop { read mm0 0; unpin } | either { munmap mm0 } or { remove } ;

                LTL-1' StuckWaiter
                expect broken in 9
                schedule truncater: t1 t3[a, b[c]]; writer: s1
                forbid stuck && !finished(truncater)
                expect never happens
                ~exists stuck
                """, written);
        assertEquals(written, Litmus.parse(written).toString());
    }

    @Test
    void everyWordKnowsItsPlaceInTheFile() {
        Litmus test = Litmus.parse(TEXT);
        test.tasks()
                .flatMap(column -> column.program().calls())
                .flatMap(call -> call.words())
                .appendAll(test.setup().get().calls().flatMap(call -> call.words()))
                .appendAll(test.rules())
                .appendAll(test.bounds())
                .append(test.variant())
                .forEach(word -> assertTrue(TEXT.startsWith(word.text(), word.at()), word + " at " + word.at()));
    }

    @Test
    void aTestMayLeaveItsTasksToTheBounds() {
        assertEquals(
                Vector.empty(),
                Litmus.parse("Pagelife stride/6.1 plain\nforbid stuck\n").tasks());
    }

    /** A mistake, the text from the place on that it names, and a part of what it says. */
    private record Wrong(String text, String there, String says) {}

    private static final String HEAD = "Pagelife fsdax/6.1 n\n";

    private static final Vector<Wrong> WRONG = Vector.of(
            new Wrong("", "", "begins with Pagelife"),
            new Wrong("C sb\n{ }", "C sb", "begins with Pagelife"),
            new Wrong("Pagelife fsdax/6.1\nforbid stuck", "fsdax/6.1\n", "a name of one word"),
            new Wrong("Pagelife fsdax/6.1 two pins\nforbid stuck", "pins\n", "a name of one word"),
            new Wrong(HEAD + "\"never ends\nforbid stuck", "\"never", "no second one"),
            new Wrong(HEAD + "(* never ends\nforbid stuck", "(* never", "no *)"),
            new Wrong(HEAD + "rules { a=b\nforbid stuck", "{ a=b", "the { has no }"),
            new Wrong(HEAD + "rules { a }\nforbid stuck", "a }", "sets nothing"),
            new Wrong(HEAD + "rules { a=b } rules { c=d }\nforbid stuck", "rules { c", "given twice"),
            new Wrong(HEAD + "setup { loop read }\nforbid stuck", "read }", "braces"),
            new Wrong(HEAD + " a | b\nforbid stuck", "\nforbid", "ends with ;"),
            new Wrong(HEAD + " a | a ;\nforbid stuck", "a ;", "two tasks a"),
            new Wrong(HEAD + " a | ;\nforbid stuck", ";\nforbid", "not a name of a task"),
            new Wrong(HEAD + " a b | c ;\nforbid stuck", "a b", "not a name of a task"),
            new Wrong(HEAD + " setup ;\nforbid stuck", "setup ;", "other than setup"),
            new Wrong(HEAD + " a ;\n x | y ;\nforbid stuck", " y ;", "2 columns"),
            new Wrong(HEAD + " a | b ;\n x ;\nforbid stuck", "\nforbid", "1 column, and the first row names 2"),
            new Wrong(HEAD + " a | b ;\n | ;\nforbid stuck", "\nforbid", "no task does anything"),
            new Wrong(HEAD + " a ;\n loop { x ;\nforbid stuck", "{ x", "the { has no }"),
            new Wrong(HEAD + " a ;\n", "", "asks nothing"),
            new Wrong(HEAD + "expect holds", "expect", "before the first condition"),
            new Wrong(HEAD + "schedule a: b", "schedule", "before the first condition"),
            new Wrong(HEAD + " a ;\n loop { x\n } ;\nforbid stuck", ";\nforbid", "a row of the table is one line"),
            new Wrong(HEAD + "forall p: pages. stuck", "forall p", "write for example always forall p: pages. stuck"),
            new Wrong(HEAD + "forbid\n", "\n", "followed by an expression"),
            new Wrong(HEAD + "forbid stuck\nexpect nothing", "nothing", "cannot be expected"),
            new Wrong(HEAD + "forbid stuck\nexpect broken in 9999999999", "broken in", "cannot be expected"),
            new Wrong(HEAD + "forbid stuck\nexpect holds\nexpect holds", "expect holds", "one above already"),
            new Wrong(HEAD + "forbid stuck\nschedule", "", "which steps are taken"),
            new Wrong(HEAD + "forbid stuck\nschedule a b", "b", "a colon comes after the task a"),
            new Wrong(HEAD + "forbid stuck\nschedule a:", "", "the steps of a come here"),
            new Wrong(HEAD + "forbid stuck\nschedule a: x: y", ": y", "a ; comes between two turns"),
            new Wrong(HEAD + "forbid stuck\nschedule : y", ": y", "a task comes here"),
            new Wrong(HEAD + "forbid \u0007", "\u0007", "U+0007"),
            new Wrong(HEAD + "forbid \u202e", "\u202e", "U+202E"));

    @TestFactory
    Stream<DynamicTest> aMistakeIsSaidWithItsPlace() {
        return WRONG.map(wrong -> DynamicTest.dynamicTest(wrong.says(), () -> {
                    TextException said = assertThrows(TextException.class, () -> Litmus.parse(wrong.text()));
                    assertTrue(said.getMessage().contains(wrong.says()), said.getMessage());
                    String last = wrong.text().substring(0, wrong.text().lastIndexOf(wrong.there()));
                    assertEquals(last.length(), said.at(), said.getMessage());
                }))
                .toJavaStream();
    }

    @Test
    void deepAndLongTextsAreRefusedNotReadForEver() {
        refuse(HEAD + " a ;\n " + "loop { ".repeat(10_000) + "x" + " }".repeat(10_000) + " ;\nforbid stuck", "nested");
        refuse(HEAD + "#".repeat(1 << 18), "a litmus test has at most");
        refuse(HEAD + " a" + " | a".repeat(20_000) + " ;\nforbid stuck", "at most 64");
        refuse(HEAD + "forbid stuck\n".repeat(15_000), "more than 100 conditions");
        refuse(HEAD + "[".repeat(100_000), "");
    }

    private static void refuse(String text, String says) {
        if (says.isEmpty()) {
            Litmus.parse(text); // read in a moment, and a formula to be refused later
            return;
        }
        assertTrue(assertThrows(TextException.class, () -> Litmus.parse(text))
                .getMessage()
                .contains(says));
    }
}
