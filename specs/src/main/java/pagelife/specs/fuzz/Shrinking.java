package pagelife.specs.fuzz;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.checker.simulate.Patience;
import pagelife.checker.simulate.Run;
import pagelife.checker.simulate.Shortening;
import pagelife.checker.simulate.Walk;
import pagelife.checker.simulate.Walks;
import pagelife.checker.simulate.Watched;
import pagelife.models.Workload;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;

/**
 * Makes of a workload that breaks a claim the smallest: tasks are left out as long as the rest still breaks it, then
 * calls, then steps of the walk; at last the search finds the shortest run. Whether the rest breaks it is asked of the
 * search, and of walks where a limit comes first.
 */
final class Shrinking {
    /* Of a workload with more states walks are asked. A second of search, at most. */
    private static final long MOST_STATES = 200_000;

    /* Walks that are asked: as many as a trial takes, some times over. */
    private static final int WALKS = 200;

    /* Walks through a workload of random length end long before. */
    static final int DEPTH = 1000;

    private final Fuzzer fuzzer;
    private final String id;
    private final Options options;
    private final Patience patience;

    /** How a workload breaks the claim: a run of a protocol. */
    private record Broken(Sample sample, Subject subject, Inquiry<?> inquiry, Finding finding, boolean isShortest) {
        int length() {
            return finding.trace().get().length();
        }
    }

    Shrinking(Fuzzer fuzzer, Property claim, Options options, Patience patience) {
        this.fuzzer = fuzzer;
        this.id = claim.id();
        this.patience = patience;
        this.options = options.withLimits(options.limits().withStates(MOST_STATES))
                .withStopWhenDecided(true)
                .withThreads(1);
    }

    /** The smallest of a trial's workload; empty where it is interrupted before the workload itself was asked again. */
    Option<Found> of(Fuzzer.Failure failure) {
        return broken(failure.sample()).map(first -> found(failure, least(first)));
    }

    private Broken least(Broken first) {
        Broken least = first;
        boolean smaller = true;
        while (smaller) {
            Broken before = least;
            least = firstOf(before.sample().withoutTask())
                    .orElse(() -> firstOf(before.sample().withoutCall()))
                    .getOrElse(before);
            smaller = least != before;
        }
        return least;
    }

    private Option<Broken> firstOf(Iterable<Sample> smaller) {
        for (Sample one : smaller) {
            Option<Broken> broken = one.size() == 0 || isOver() ? Option.none() : broken(one);
            if (broken.isDefined()) {
                return broken;
            }
        }
        return Option.none();
    }

    private boolean isOver() {
        return options.interrupted().getAsBoolean();
    }

    private Option<Broken> broken(Sample sample) {
        Workload workload = fuzzer.workload(sample);
        Subject subject = fuzzer.subject().with(workload);
        Option<Inquiry<?>> built = workload.tasks().isEmpty() ? Option.none() : Fuzzer.built(subject);
        return built.flatMap(inquiry -> Fuzzer.claims(inquiry)
                .find(claim -> claim.id().equals(id))
                .flatMap(claim -> finding(inquiry, claim))
                .map(found -> new Broken(
                        sample, subject, inquiry, found, found.remark().isEmpty())));
    }

    /** The shortest run that breaks it; where the search is cut off one that walks find, with a remark. */
    private Option<Finding> finding(Inquiry<?> inquiry, Property claim) {
        Finding finding = inquiry.check(Vector.of(claim), options)
                .findings()
                .find(one -> one.property().id().equals(id))
                .get();
        if (finding.verdict() == Verdict.VIOLATED) {
            return Option.some(finding);
        }
        return finding.verdict() == Verdict.UNDECIDED
                ? walked(inquiry, claim)
                        .map(run -> new Finding(
                                claim,
                                Verdict.VIOLATED,
                                Option.some(new Shortening(claim).trace(run)),
                                "not the shortest"))
                : Option.none();
    }

    /** The first walk of those that break it, up to there. */
    private Option<Run> walked(Inquiry<?> inquiry, Property claim) {
        Watched watched = patience.watched(Vector.of(claim));
        try {
            return walked(inquiry, claim, watched);
        } finally {
            patience.over(watched);
        }
    }

    private static Option<Run> walked(Inquiry<?> inquiry, Property claim, Watched watched) {
        for (int i = 0; i < WALKS; i++) {
            Random random = Walks.random(1, i);
            Walk walk =
                    new Walk(inquiry.model(), Plan.STRATEGIES.get(i % Plan.STRATEGIES.size()), Fuzzer.EXPECTED, DEPTH);
            Run run = walk.take(random, watched);
            Integer length = watched.shown().get(claim);
            if (length != null) {
                return Option.some(run.first(length));
            }
        }
        return Option.none();
    }

    private Found found(Fuzzer.Failure failure, Broken least) {
        Property claim = least.finding().property();
        int shortened = walked(least.inquiry(), claim)
                .map(run -> new Shortening(claim).trace(run).length())
                .getOrElse(least.length());
        return new Found(
                claim,
                failure.trial(),
                failure.strategy().word(),
                Fuzzer.text(fuzzer.workload(failure.sample())),
                failure.run().length(),
                least.subject(),
                Fuzzer.text(least.subject().workload().get()),
                Fuzzer.calls(least.subject().workload().get()),
                shortened,
                least.finding(),
                least.isShortest(),
                least.inquiry());
    }
}
