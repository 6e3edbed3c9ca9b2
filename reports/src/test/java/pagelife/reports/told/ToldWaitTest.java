package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Move;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.models.page.Begun;
import pagelife.reports.Waits;

class ToldWaitTest {
    /** Under the invalidate lock of a fault a truncate that has not begun is not said to wait. */
    @Test
    void whoHasNotBegunDoesNotWait() {
        Seq<Trace> traces = Waits.outcome("fsdax/7.2-ext4").result().findings().flatMap(Finding::trace);
        assertEquals(Vector.empty(), waits(traces).filter(wait -> isBefore(wait._1(), wait._2())));
        assertTrue(
                traces.exists(trace -> Vector.rangeClosed(0, trace.length())
                        .exists(moment ->
                                trace.last().model().actors().exists(actor -> isHeldUp(trace, moment, actor)))),
                "nobody is held up before it begins: the test shows nothing");
    }

    private static Seq<Tuple2<Trace, ToldWait>> waits(Seq<Trace> traces) {
        return traces.flatMap(trace -> ToldWait.of(trace).map(wait -> Tuple.of(trace, wait)));
    }

    private static boolean isBefore(Trace trace, ToldWait wait) {
        return wait.how() == ToldWait.How.BLOCKED
                && hasNotBegun(trace, wait.since(), trace.last().model().actor(wait.task()));
    }

    private static boolean hasNotBegun(Trace trace, int moment, Actor actor) {
        return actor.facts(trace.before(moment).at(actor), Begun.class).contains(Begun.NOT_YET);
    }

    private static boolean isHeldUp(Trace trace, int moment, Actor actor) {
        return hasNotBegun(trace, moment, actor) && Move.isBlocked(trace.before(moment), actor);
    }
}
