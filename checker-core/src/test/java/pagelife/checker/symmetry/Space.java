package pagelife.checker.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/** Every state, by the code of the model alone, and the orbits among them; and what a search of orbits must have of that. */
record Space(int states, int orbits) {
    /** @param images all that a state becomes where some change places */
    static Space of(Model model, Function<State, Seq<List<Object>>> images) {
        Set<State> met = new HashSet<>(model.initialStates().toJavaList());
        Set<List<Object>> orbits = new HashSet<>();
        Deque<State> ahead = new ArrayDeque<>(met);
        while (!ahead.isEmpty()) {
            State state = ahead.poll();
            orbits.add(images.apply(state)
                    .minBy(Comparator.comparing(Object::toString))
                    .get());
            for (Move move : Move.in(state)) {
                if (met.add(move.to())) {
                    ahead.add(move.to());
                }
            }
        }
        return new Space(met.size(), orbits.size());
    }

    /** That a search of orbits says what one of every state does. */
    static void requireSame(Result every, Result orbits, String what) {
        assertEquals(every.counts().states(), orbits.orbits().get().states(), what);
        assertEquals(every.counts().levels(), orbits.counts().levels(), what);
        assertEquals(every.findings().map(Space::told), orbits.findings().map(Space::told), what);
    }

    private static String told(Finding finding) {
        return finding.property().name() + " " + finding.verdict() + " "
                + finding.trace().map(Trace::length);
    }

    /** That a trace is a run of the model. */
    static void requireRun(Model model, Trace trace) {
        assertTrue(model.initialStates().contains(trace.initial()));
        State now = trace.initial();
        for (TraceStep step : trace.steps()) {
            State next = step.after();
            assertTrue(Move.in(now, step.step()).exists(move -> move.to().equals(next)), step.toString());
            now = next;
        }
    }
}
