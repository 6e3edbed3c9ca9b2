package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.model.TextException;
import pagelife.checker.result.TraceStep;
import pagelife.checker.search.Options;
import pagelife.specs.catalogue.Catalogue;

/** Litmus tests put to their families. */
class PosedTest {
    private static final String HEAD = "Pagelife fsdax/6.1 n\n";

    /** The end of direct I/O wakes nobody, so that a truncate sleeps forever. */
    private static final String LOST = """
            Pagelife fsdax/6.1 n
            rules { directIoWakes=off }
            setup { read mm0 0 }
             writer          | truncater  ;
             pin slow mm0 0  | truncate f ;
             unpin direct-io |            ;
            """;

    private static Posed posed(String text) {
        return Posed.of(Litmus.parse(text), Catalogue.families());
    }

    private static Seq<String> answers(String text) {
        return posed(text)
                .answer(Options.DEFAULT.withAuditEvery(1))
                .lines()
                .map(line -> line.asked().condition().name() + ": "
                        + Expected.text(
                                line.finding().verdict(), line.finding().trace().map(trace -> trace.length()))
                        + line.witnesses().map(count -> ", " + count + " final").getOrElse(""));
    }

    /**
     * It has two final states: the writer pins before or after the truncate, and only before does it leave a sleeper.
     */
    @Test
    void everyKindOfConditionIsAnswered() {
        assertEquals(
                Vector.of(
                        "LTL-1': broken in 9",
                        "always !stuck: broken in 7",
                        "forbid stuck && !finished(truncater): broken in 9",
                        "reach finished(truncater): happens in 6",
                        "reach false: never happens",
                        "exists finished(truncater): happens in 7, 1 final",
                        "exists false: never happens, 0 final",
                        "~exists !finished(truncater): broken in 9, 1 final",
                        "~exists !finished(writer): holds, 0 final",
                        "forall finished(writer): holds, 2 final",
                        "forall finished(truncater): broken in 9, 1 final",
                        "[](taken(truncater.t1) -> <>finished(truncater)): broken in 9"),
                answers(LOST + """
                        LTL-1'
                        always !stuck
                        forbid stuck && !finished(truncater)
                        reach finished(truncater)
                        reach false
                        exists finished(truncater)
                        exists false
                        ~exists !finished(truncater)
                        ~exists !finished(writer)
                        forall finished(writer)
                        forall finished(truncater)
                        [](taken(truncater.t1) -> <>finished(truncater))
                        """));
    }

    @Test
    void allStatesAndTheFinalOnesAreCounted() {
        Answer answer = posed(LOST + "LTL-1'").answer(Options.DEFAULT);
        assertEquals(33, answer.result().counts().states());
        assertEquals(33, answer.last().get().states());
        assertEquals(2, answer.last().get().last().size());
    }

    /** The writer of the shortest run grabs first; here the truncate begins. */
    @Test
    void theRunOfAScheduleIsShownInsteadOfTheShortest() {
        Answer answer = posed(LOST + "LTL-1'\nschedule writer: s1; truncater: t1 t3 t4; writer: s2; truncater: t5 t6;"
                        + " writer: s3; truncater: t7")
                .answer(Options.DEFAULT);
        assertEquals(
                "s1 t1 t3 t4 s2 t5 t6 s3 t7",
                answer.lines()
                        .head()
                        .finding()
                        .trace()
                        .get()
                        .steps()
                        .map(TraceStep::step)
                        .map(step -> step.id())
                        .mkString(" "));
    }

    @Test
    void aScheduleMaySayWhatAStepChoosesOrLeaveItOpen() {
        String text = HEAD
                + "setup { read mm0 0 }\n gup ;\n pin slow mm0 0 ;\n either { unpin pipe } or { unpin } ;\n"
                + "reach finished(gup)\nschedule ";
        Run told =
                posed(text + "gup: s1 s2[unpin pipe] s3").asked().head().run().get();
        assertEquals(Vector.of("next = unpin pipe"), told.moves().get(1).choices());
        assertEquals(
                3,
                posed(text + "gup: s1 s2 s3").asked().head().run().get().moves().size());
    }

    private record Wrong(String text, String there, String says) {}

    private static final Vector<Wrong> WRONG = Vector.of(
            new Wrong("Pagelife nofs/6.1 n\nforbid stuck", "nofs", "there is no family nofs"),
            new Wrong("Pagelife fsdax/9 n\nforbid stuck", "fsdax/9", "there is no variant fsdax/9: nearest is"),
            new Wrong(
                    "Pagelife fsdax/7.2-ext n\nforbid stuck", "fsdax/7.2-ext", "nearest is fsdax/7.2-ext4; there are"),
            new Wrong(HEAD + "rules { wakes=off }\nforbid stuck", "wakes=off", "there is no rule wakes"),
            new Wrong(HEAD + "rules { undoWakes=1 }\nforbid stuck", "1 }", "undoWakes is one of on, off"),
            new Wrong(HEAD + "bounds { pages=x }\nforbid stuck", "x }", "pages is one of 1, 2, 3"),
            new Wrong(HEAD + "bounds { faults=2 }\n a ;\nforbid stuck", "faults=2", "short for programs"),
            new Wrong(HEAD + "fairness { some }\nforbid stuck", " some }", "is not understood"),
            new Wrong(HEAD + "setup { pin }\nforbid stuck", "pin }", "no operation \"pin\""),
            new Wrong(HEAD + " a ;\n unpin 0 ;\nforbid stuck", "0 ;", "0 is none of the holders"),
            new Wrong(HEAD + " a ;\n read mm0 7 ;\nforbid stuck", "7 ;", "7 is none of the indices: there are 0"),
            new Wrong(HEAD + " a ;\n read mm0 ;\nforbid stuck", "read mm0 ;", "write read <mms> <indices>"),
            new Wrong(HEAD + "forbid stuck &&\n  nothing", "nothing", "a proposition"),
            new Wrong(HEAD + "forbid []stuck", "[]stuck", "a claim about one state"),
            new Wrong(HEAD + "always INV-1", "INV-1", "the name of a claim"),
            new Wrong(HEAD + "INV-1\nINV-1 PteRef", "INV-1 PteRef", "asked twice"),
            new Wrong(HEAD + "[](stuck", "", "expected"),
            new Wrong(
                    LOST + "LTL-1'\nschedule nobody: s1",
                    "nobody",
                    "no task nobody: there are writer, truncater, setup"),
            new Wrong(
                    LOST + "LTL-1'\nschedule writer: s1 s3",
                    "s3",
                    "step 2 of the schedule, writer: s3, cannot be taken"),
            new Wrong(
                    LOST + "LTL-1'\nschedule writer: s1 s3",
                    "s3",
                    "what can be taken there is writer: s2; truncater: t1"),
            new Wrong(LOST + "LTL-1'\nschedule writer: s1 s2", "s2", "does not show that LTL-1' StuckWaiter is broken"),
            new Wrong(LOST + "reach stuck\nschedule writer: s1", "s1", "does not show that reach stuck is so"));

    @TestFactory
    Stream<DynamicTest> whatMeansNothingIsSaidWithItsPlace() {
        return WRONG.map(wrong -> DynamicTest.dynamicTest(wrong.says(), () -> {
                    TextException said = assertThrows(TextException.class, () -> posed(wrong.text()));
                    assertTrue(said.getMessage().contains(wrong.says()), said.getMessage());
                    assertEquals(wrong.text().lastIndexOf(wrong.there()), said.at(), said.getMessage());
                }))
                .toJavaStream();
    }
}
