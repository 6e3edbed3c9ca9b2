package pagelife.specs.threads;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.BiConsumer;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;

/** Runs experiments. Those on one protocol share a search, which ends when the last of them is decided. */
public final class Laboratory {
    private final Seq<FamilySpecs<?>> families;
    private final Options options;

    /** A laboratory that knows these families and searches like this. */
    public Laboratory(Seq<FamilySpecs<?>> families, Options options) {
        this.families = families;
        this.options = options.withStopWhenDecided(true);
    }

    private record Bench(String variant, Settings rules, Settings bounds) {}

    /**
     * The claims with what their experiments show.
     *
     * @param progress told how many protocols of how many were checked, after each
     */
    public Seq<Answered> answer(Seq<Claim> claims, BiConsumer<Integer, Integer> progress) {
        Seq<Experiment.Check> checks = claims.flatMap(Claim::experiments)
                .filter(Experiment.Check.class::isInstance)
                .map(Experiment.Check.class::cast);
        Map<Bench, Result> results = LinkedHashMap.empty();
        Seq<Bench> benches = checks.map(Laboratory::bench).distinct();
        for (Bench bench : benches) {
            Seq<String> names =
                    checks.filter(check -> bench(check).equals(bench)).map(Experiment.Check::property);
            results = results.put(bench, check(bench, names.distinct()));
            progress.accept(results.size(), benches.size());
        }
        Map<Bench, Result> all = results;
        return claims.map(claim -> new Answered(
                claim, claim.experiments().map(tried -> new Answered.Test(tried, observation(tried, all)))));
    }

    private static Bench bench(Experiment.Check check) {
        return new Bench(check.variant(), check.rules(), check.bounds());
    }

    private Result check(Bench bench, Seq<String> names) {
        Inquiry<?> inquiry = Inquiry.about(families, bench.variant(), bench.rules(), bench.bounds());
        return inquiry.check(names.map(name -> inquiry.called(name).head()), options);
    }

    private static Observation observation(Experiment experiment, Map<Bench, Result> results) {
        if (experiment instanceof Experiment.Reckoning reckoning) {
            boolean holds = reckoning.answer().getAsBoolean();
            return new Observation(holds ? Verdict.HOLDS : Verdict.VIOLATED, Option.none(), 0);
        }
        Experiment.Check check = (Experiment.Check) experiment;
        Result result = results.get(bench(check)).get();
        Property asked = Property.called(result.findings().map(Finding::property), check.property())
                .head();
        Finding finding = result.finding(asked.name()).get();
        boolean exhausted = finding.trace().isEmpty() && result.stop() == Stop.COMPLETE;
        return new Observation(
                finding.verdict(),
                finding.trace().map(Trace::length),
                exhausted ? result.counts().states() : 0);
    }
}
