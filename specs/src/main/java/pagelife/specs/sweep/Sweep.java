package pagelife.specs.sweep;

import com.google.common.base.Ticker;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.specs.Inquiry;
import pagelife.specs.Size;
import pagelife.specs.Subject;

/**
 * Asks the claims that hold of a subject again, with its bounds set higher: each alone by one value, then each by more
 * and two at a time, the space first that should be the smallest. How large a space will be is forecast from those
 * seen: from one value of a bound to the next it grows as from the one before, and two bounds multiply.
 *
 * <p>A claim is asked only where it holds with every raise that this one goes beyond; so what breaks it is as small as
 * can be. The raises that go beyond one that was too large for the time or the limits are not tried.
 */
public final class Sweep {
    private final Subject subject;
    private final Seq<String> named;
    private final Options options;
    private final long deadline;
    private final Raises raises;
    private Map<Settings, Raised> known = HashMap.empty();
    private Option<Size> size = Option.none();
    private Seq<String> holding = Vector.empty();

    /**
     * A sweep that has not begun.
     *
     * @param subject what it is about
     * @param named the claims, by name or id; empty for all, those about runs among them
     * @param options how each protocol is checked
     * @param nanos how long it may take in all
     */
    public Sweep(Subject subject, Seq<String> named, Options options, long nanos) {
        this.subject = subject;
        this.named = named;
        this.options =
                subject.fairness().map(options::withFairness).getOrElse(options).withStopWhenDecided(false);
        long now = options.ticker().read();
        this.deadline = now > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : now + nanos;
        this.raises = Raises.of(subject);
    }

    /**
     * Sweeps.
     *
     * @param pairs whether two bounds at a time are to be raised, too
     * @param told hears of each raise once it was tried
     * @throws IllegalArgumentException where the subject itself means nothing, saying why
     */
    public Swept run(boolean pairs, Consumer<Raised> told) {
        Inquiry<?> inquiry = subject.inquiry();
        Result result = inquiry.check(asked(inquiry), within());
        size = Option.when(
                result.stop() == Stop.COMPLETE,
                () -> new Size(result.counts().states(), result.counts().transitions()));
        holding = names(result, true);
        Vector<Raised> raised = Vector.empty();
        Vector<Settings> waiting = Vector.empty();
        if (size.isDefined() && !holding.isEmpty()) {
            Seq<Settings> further = raises.further().appendAll(pairs ? raises.pairs() : Vector.empty());
            for (Seq<Settings> part : Vector.of(raises.next(), further)) {
                Vector<Settings> left = part.toVector();
                Option<Settings> next = next(left);
                while (next.isDefined()) {
                    Raised came = attempt(next.get(), inquiry.model());
                    known = known.put(next.get(), came);
                    raised = raised.append(came);
                    told.accept(came);
                    left = left.remove(next.get());
                    next = next(left);
                }
                waiting = waiting.appendAll(left.sortBy(this::forecast));
            }
        }
        return new Swept(size, holding, names(result, false), raised, waiting);
    }

    /** The raise that should have the smallest space, of those that go beyond none that was too large. */
    private Option<Settings> next(Seq<Settings> left) {
        return isOver()
                ? Option.none()
                : left.filter(raise -> forecast(raise) < Double.POSITIVE_INFINITY)
                        .minBy(this::forecast);
    }

    /**
     * How many states a space may have: none for one bound whose growth is not known yet, so that it is tried first;
     * infinitely many where one that this goes beyond was too large.
     */
    private double forecast(Settings raise) {
        Seq<Settings> below = raises.below(raise);
        double base = size.get().states();
        double grown = 1;
        for (Settings one : below) {
            Seq<Settings> smaller = raises.below(one);
            double before = below.size() > 1 || smaller.isEmpty() ? base : states(smaller.head());
            grown *= states(one) / before;
        }
        return below.isEmpty() ? 0 : grown * (below.size() > 1 ? base : states(below.head()));
    }

    private double states(Settings raise) {
        Option<Raised> tried = known.get(raise);
        return tried.exists(Raised::isDecided)
                ? tried.flatMap(Raised::size)
                        .map(found -> (double) found.states())
                        .getOrElse((double) size.get().states())
                : Double.POSITIVE_INFINITY;
    }

    private Raised attempt(Settings raise, Model plain) {
        Seq<Raised> below = raises.below(raise).flatMap(known::get);
        if (below.exists(one -> one.impossible().isDefined())) {
            return Raised.impossible(raise, below.flatMap(Raised::impossible).head());
        }
        Seq<String> broken = known.values()
                .filter(one -> goesBeyond(raise, one.bounds()))
                .flatMap(Raised::broken)
                .map(flip -> flip.property().name())
                .toVector();
        Seq<String> left = holding.removeAll(broken);
        if (left.isEmpty()) {
            return Raised.pointless(raise);
        }
        try {
            Inquiry<?> inquiry = subject.with(Settings.NONE, raise).inquiry();
            Seq<Property> claims = inquiry.all().filter(claim -> left.contains(claim.name()));
            return Raised.of(raise, plain, size, inquiry.check(claims, within()));
        } catch (IllegalArgumentException | ModelException e) {
            return Raised.impossible(raise, e.getMessage());
        }
    }

    /** Whether a raise has each bound of another at least as high. */
    private boolean goesBeyond(Settings raise, Settings other) {
        return raises.below(raise).exists(one -> one.equals(other) || goesBeyond(one, other));
    }

    private Seq<Property> asked(Inquiry<?> inquiry) {
        return named.isEmpty() ? inquiry.all() : named.flatMap(inquiry::called).distinct();
    }

    private static Seq<String> names(Result result, boolean holding) {
        return result.findings()
                .filter(finding -> holding == (finding.verdict() == Verdict.HOLDS))
                .map(Finding::property)
                .map(Property::name);
    }

    private boolean isOver() {
        return options.interrupted().getAsBoolean() || left() <= 0;
    }

    private long left() {
        Ticker clock = options.ticker();
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - clock.read();
    }

    private Options within() {
        return options.withLimits(options.limits()
                .withNanos(Math.max(1, Math.min(left(), options.limits().nanos()))));
    }
}
