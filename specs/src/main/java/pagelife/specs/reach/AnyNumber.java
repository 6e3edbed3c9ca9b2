package pagelife.specs.reach;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiPredicate;
import java.util.function.Function;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.views.Answer;
import pagelife.checker.views.Instance;
import pagelife.checker.views.Outlook;
import pagelife.checker.views.Views;
import pagelife.specs.Inquiry;
import pagelife.specs.Size;
import pagelife.specs.Subject;

/** Asks the claims about a subject for any number of tasks of a sort. */
public final class AnyNumber {
    /** Views show two tasks at most: with three there are, of the shipped protocols, more than time is for. */
    private static final int MOST_IN_SIGHT = 2;

    /** So many tasks are checked before: what they break needs no proof. */
    private static final int FEW = 2;

    /** The small instances are checked up to this number of tasks. */
    private static final int MOST_CHECKED = 4;

    private final Subject subject;
    private final Sort sort;
    private final Function<Subject, Inquiry<?>> made;
    private final Seq<String> named;
    private final Options options;
    private final int mostConfigurations;
    private final long nanos;
    private final long deadline;

    /**
     * A question that was not asked yet.
     *
     * @param named the claims, by name or id; empty for all about states, steps and deadlocks
     * @param options how small instances are checked; its limit on states is that of each of them
     * @param mostConfigurations how many configurations views may make
     * @param nanos how long it may take in all
     */
    public AnyNumber(
            Subject subject, Sort sort, Seq<String> named, Options options, int mostConfigurations, long nanos) {
        this(subject, Subject::inquiry, sort, named, options, mostConfigurations, nanos);
    }

    /** @param made makes the protocol of the subject with so many tasks */
    AnyNumber(
            Subject subject,
            Function<Subject, Inquiry<?>> made,
            Sort sort,
            Seq<String> named,
            Options options,
            int mostConfigurations,
            long nanos) {
        this.subject = subject;
        this.made = made;
        this.sort = sort;
        this.named = named;
        this.options = options.withStopWhenDecided(false);
        this.mostConfigurations = mostConfigurations;
        this.nanos = nanos;
        long now = options.ticker().read();
        this.deadline = now > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : now + nanos;
    }

    /**
     * Asks.
     *
     * @throws IllegalArgumentException where the subject means nothing with so many tasks, saying why
     */
    public Reach run() {
        Seq<Property> known = wanted(made.apply(sort.with(subject, 2)));
        Seq<String> asked = known.filter(AnyNumber::isAsked).map(Property::name);
        Seq<Checked> few = checked(Vector.empty(), asked, FEW, (name, tried) -> false);
        Seq<String> broken = few.flatMap(AnyNumber::broken);
        Outlook outlook = views(asked.removeAll(broken), MOST_IN_SIGHT, mostConfigurations)
                .run();
        Seq<Checked> checked = checked(
                few,
                asked,
                MOST_CHECKED,
                (name, tried) -> !broken.contains(name)
                        && outlook.answer(name).proof().exists(proof -> tried >= proof.members()));
        return new Reach(
                sort,
                outlook,
                checked,
                known.filter(AnyNumber::isAsked)
                        .map(claim -> broken.contains(claim.name())
                                ? new Answer(claim, Option.none(), Option.none(), "")
                                : outlook.answer(claim.name()))
                        .map(answer -> Told.of(answer, checked))
                        .reject(this::isSilent),
                known.map(Property::name).removeAll(asked));
    }

    /** Whether nothing is said of a claim: nobody asked for it, and it holds. */
    private boolean isSilent(Told told) {
        return named.isEmpty() && told.claim().equals(StepProperty.NO_FAILURE) && told.isForAny();
    }

    private static boolean isAsked(Property claim) {
        return claim instanceof Invariant || claim instanceof StepProperty || claim instanceof NoDeadlock;
    }

    private Seq<Property> wanted(Inquiry<?> inquiry) {
        return named.isEmpty()
                ? inquiry.asked()
                : named.flatMap(inquiry::called).distinct();
    }

    /** What proves claims of these names, for any number. */
    Views views(Seq<String> asked, int inSight, int most) {
        return new Views(way -> instance(way, asked), sort.bounds().size(), inSight, most, this::isHalfOver);
    }

    /**
     * The instance with so many tasks of each kind: those of a kind are the ones that it has, and that it has not
     * without any of that kind. Where there are to be none, one is there that never begins, so that the claims are the
     * same.
     */
    Instance instance(Seq<Integer> way, Seq<String> asked) {
        Seq<Integer> some = way.map(tasks -> Math.max(tasks, 1));
        Inquiry<?> inquiry = made.apply(sort.with(subject, some));
        Model model = inquiry.model();
        Seq<Seq<Actor>> tasks = Vector.range(0, way.size()).map(kind -> {
            Seq<String> others = tasks(some.update(kind, 0)).map(Actor::name);
            return model.actors().reject(actor -> others.contains(actor.name()));
        });
        Seq<Seq<Actor>> members = tasks.zipWith(way, Seq::take);
        return new Instance(
                model,
                members.flatMap(ofKind -> ofKind),
                members.zipWithIndex().flatMap(ofKind -> ofKind._1().map(member -> ofKind._2())),
                tasks.zipWith(way, Seq::drop).flatMap(ofKind -> ofKind),
                tasks.zipWith(way, Seq::drop)
                        .zipWithIndex()
                        .flatMap(ofKind -> ofKind._1().map(spared -> ofKind._2())),
                inquiry.protocol().books().conserved(),
                inquiry.asked().filter(claim -> asked.contains(claim.name())));
    }

    /** The tasks that there are with so many of each kind; none where a protocol of no task at all would be no model. */
    private Seq<Actor> tasks(Seq<Integer> way) {
        try {
            return sort.with(subject, way).model().actors();
        } catch (ModelException e) {
            if (way.sum().longValue() > 0) {
                throw e;
            }
            return Vector.empty();
        }
    }

    /**
     * Few tasks, one more each time, as long as some claim is open: it may be broken with more.
     *
     * @param before what was checked before
     * @param most so many tasks at most
     * @param isDone whether no more are needed for a claim once so many were tried
     */
    private Seq<Checked> checked(
            Seq<Checked> before, Seq<String> asked, int most, BiPredicate<String, Integer> isDone) {
        Seq<Checked> checked = before;
        int tasks = before.lastOption()
                .map(last -> last.tasks() + 1)
                .getOrElse(() -> tasks(sort.bounds().map(bound -> 0)).isEmpty() ? 1 : 0);
        while (tasks <= most && isOpen(checked, asked, isDone) && !isOver()) {
            checked = checked.append(check(tasks, asked));
            tasks++;
        }
        return checked;
    }

    /** Whether more tasks may say more: of a claim that nobody broke, and not after a limit. */
    private static boolean isOpen(Seq<Checked> checked, Seq<String> asked, BiPredicate<String, Integer> isDone) {
        int tried = checked.lastOption().map(Checked::tasks).getOrElse(-1);
        return checked.forAll(one -> one.size().isDefined())
                && asked.removeAll(checked.flatMap(AnyNumber::broken)).exists(name -> !isDone.test(name, tried));
    }

    private static Seq<String> broken(Checked one) {
        return one.findings()
                .filterValues(found -> found.verdict() == Verdict.VIOLATED)
                .keySet()
                .toVector();
    }

    /** What the checker says of so many tasks. */
    Checked check(int tasks, Seq<String> asked) {
        Inquiry<?> inquiry = made.apply(sort.with(subject, tasks));
        Seq<Property> claims = inquiry.asked().filter(claim -> asked.contains(claim.name()));
        Limits limits = options.limits()
                .withNanos(Math.max(1, Math.min(left(), options.limits().nanos())));
        Result result = inquiry.check(claims, options.withLimits(limits));
        return new Checked(
                tasks,
                Option.when(
                        result.stop() == Stop.COMPLETE,
                        () -> new Size(result.counts().states(), result.counts().transitions())),
                LinkedHashMap.ofEntries(result.findings()
                        .filter(finding -> finding.verdict() != Verdict.UNDECIDED)
                        .map(finding -> io.vavr.Tuple.of(finding.property().name(), finding))));
    }

    /** Views may take half of the time: then the small instances are checked at least. */
    private boolean isHalfOver() {
        return options.interrupted().getAsBoolean() || left() <= nanos / 2;
    }

    private boolean isOver() {
        return options.interrupted().getAsBoolean() || left() <= 0;
    }

    private long left() {
        return deadline == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : deadline - options.ticker().read();
    }
}
