package pagelife.specs.threads;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;

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

    /** The claims with what their experiments show. */
    public Seq<Answered> answer(Seq<Claim> claims) {
        Seq<Experiment.Check> checks = claims.flatMap(Claim::experiments)
                .filter(Experiment.Check.class::isInstance)
                .map(Experiment.Check.class::cast);
        Map<Bench, Result> results = LinkedHashMap.empty();
        for (Bench bench : checks.map(Laboratory::bench).distinct()) {
            Seq<String> names =
                    checks.filter(check -> bench(check).equals(bench)).map(Experiment.Check::property);
            results = results.put(bench, check(bench, names.distinct()));
        }
        Map<Bench, Result> all = results;
        return claims.map(claim -> new Answered(
                claim, claim.experiments().map(tried -> new Answered.Test(tried, observation(tried, all)))));
    }

    private static Bench bench(Experiment.Check check) {
        return new Bench(check.variant(), check.rules(), check.bounds());
    }

    private Result check(Bench bench, Seq<String> names) {
        String family = bench.variant().substring(0, bench.variant().indexOf('/'));
        return check(
                families.find(known -> known.family().name().equals(family))
                        .getOrElseThrow(() -> new IllegalArgumentException(
                                "no family is called " + family + ": mend the experiment on " + bench.variant())),
                bench,
                names);
    }

    private <P extends Protocol> Result check(FamilySpecs<P> specs, Bench bench, Seq<String> names) {
        Variant variant = specs.family()
                .variants()
                .find(known -> known.fullName().equals(bench.variant()))
                .getOrElseThrow(() -> new IllegalArgumentException(
                        "no variant is called " + bench.variant() + ": mend the experiment on it"));
        P protocol = specs.family().build(variant, bench.rules(), bench.bounds());
        Seq<Property> properties = specs.properties(protocol);
        return Checker.check(protocol.model(), names.map(name -> named(properties, name)), options);
    }

    private static Property named(Seq<Property> properties, String name) {
        return properties
                .find(property -> isNamed(property, name))
                .getOrElseThrow(() -> new IllegalArgumentException("no property is called " + name + ": there are "
                        + properties.map(Property::name).mkString(", ")));
    }

    private static boolean isNamed(Property property, String name) {
        return property.name().equals(name) || property.name().startsWith(name + " ");
    }

    private static Observation observation(Experiment experiment, Map<Bench, Result> results) {
        if (experiment instanceof Experiment.Reckoning reckoning) {
            boolean holds = reckoning.answer().getAsBoolean();
            return new Observation(holds ? Verdict.HOLDS : Verdict.VIOLATED, Option.none(), 0);
        }
        Experiment.Check check = (Experiment.Check) experiment;
        Result result = results.get(bench(check)).get();
        Finding finding = result.findings()
                .find(found -> isNamed(found.property(), check.property()))
                .get();
        boolean exhausted = finding.trace().isEmpty() && result.stop() == Stop.COMPLETE;
        return new Observation(
                finding.verdict(),
                finding.trace().map(Trace::length),
                exhausted ? result.counts().states() : 0);
    }
}
