package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.search.Order;
import pagelife.specs.Spec;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/**
 * A litmus test, expected against found.
 *
 * @param file the file, as it was named
 * @param answer what came out
 * @param order the order of the search, of which only the breadth-first one promises shortest traces
 * @param spec the test as a spec, with a judgement for each condition in their order
 */
public record LitmusOutcome(String file, Answer answer, Order order, SpecOutcome spec) {

    /** Compares what came out with what was expected. */
    public static LitmusOutcome of(String file, Answer answer, Order order) {
        Seq<Judgement> judgements = answer.posed()
                .asked()
                .zipWith(
                        answer.result().findings(),
                        (asked, finding) ->
                                Judgement.of(asked.condition().expectation(), finding, order == Order.BREADTH_FIRST));
        Spec spec = spec(file, answer.posed().test());
        return new LitmusOutcome(
                file,
                answer,
                order,
                new SpecOutcome(spec, command(file, answer.posed()), judgements, Option.none(), Option.none()));
    }

    private static Spec spec(String file, Litmus test) {
        return new Spec(file, test.variant().text(), test.ruled(), test.bounded(), Vector.empty(), "", test.about());
    }

    /** A protocol that comes from a file is named beside the test. */
    private static String command(String file, Posed posed) {
        return Shell.check(posed.inquiry().specs().family().address(file));
    }
}
