package pagelife.checker.hand;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;

/** What the hand-counted tests ask for again and again. */
public final class Checks {
    private Checks() {}

    /** Checks with every state audited. */
    public static Result check(Model model, Order order, Property... properties) {
        return Checker.check(
                model, Vector.of(properties), Options.DEFAULT.withOrder(order).withAuditEvery(1));
    }

    /** The answer to one property, breadth-first. */
    public static Finding finding(Model model, Property property) {
        return check(model, Order.BREADTH_FIRST, property).findings().head();
    }

    /** The steps of a trace: {@code actor: label}. */
    public static Seq<String> steps(Trace trace) {
        return trace.steps().map(step -> step.step().toString());
    }
}
