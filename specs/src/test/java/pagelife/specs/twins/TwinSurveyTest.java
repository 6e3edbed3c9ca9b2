package pagelife.specs.twins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.specs.FamilySpecs;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.fsdax.FsdaxSpecs;

class TwinSurveyTest {
    /** A rule that makes no difference, whatever it is set to, would be no rule. */
    @TestFactory
    Stream<DynamicTest> everyRuleThatARowSetsMakesTwins() {
        return Catalogue.families()
                .toJavaStream()
                .map(specs -> DynamicTest.dynamicTest(
                        specs.family().name(), () -> assertEquals(Vector.empty(), idle(specs))));
    }

    private static Seq<String> idle(FamilySpecs<?> specs) {
        List<Twin> twins = new ArrayList<>();
        new TwinSurvey(Options.DEFAULT).run(specs, twins::add, wrong -> {
            throw wrong;
        });
        return Vector.ofAll(twins)
                .map(Twin::tried)
                .filter(tried -> tried.row().rules().get(tried.rule()).isDefined())
                .map(Switch::rule)
                .distinct()
                .reject(rule ->
                        twins.stream().anyMatch(twin -> twin.tried().rule().equals(rule) && twin.differ()));
    }

    @Test
    void aLostWakeUpIsRepairedByItsWakeUp() {
        Switch wakes = TwinSurvey.switches(FsdaxSpecs.table())
                .get("unpinWakes=off")
                .get()
                .head();
        Twin twin = new TwinSurvey(Options.DEFAULT).twin(wakes);
        assertEquals("G-a/6.1", wakes.row().id());
        assertTrue(twin.repaired().exists(one -> one.property().startsWith("LTL-1'")), twin.toString());
        assertTrue(twin.replays());
        assertEquals("", wakes.repaired().rules().toString());
    }

    @Test
    void aTraceWhoseStepIsLeftOutDoesNotReplay() {
        Switch wakes = TwinSurvey.switches(FsdaxSpecs.table())
                .get("unpinWakes=off")
                .get()
                .head();
        var inquiry = wakes.broken().inquiry();
        Finding broken = inquiry.check(inquiry.called("LTL-1'"), Options.DEFAULT)
                .findings()
                .head();
        Trace trace = broken.trace().get();
        assertTrue(TwinSurvey.replays(broken.property(), trace));
        Trace shorter = new Trace(trace.initial(), trace.steps().removeAt(3));
        assertFalse(TwinSurvey.replays(broken.property(), shorter));
        assertFalse(TwinSurvey.replays(
                broken.property(), new Trace(trace.initial(), trace.steps().init())));
    }
}
