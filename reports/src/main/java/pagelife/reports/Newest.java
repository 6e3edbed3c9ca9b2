package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Comparator;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Release;
import pagelife.models.Variant;
import pagelife.reports.outcome.Judgement;
import pagelife.reports.outcome.Shell;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.specs.Spec;

/**
 * What is known of the newest kernel that some family describes.
 *
 * @param families the families
 * @param release the release; empty where no family names one
 */
record Newest(Seq<Family<?>> families, Option<Release> release) {
    static Newest of(Seq<Family<?>> families) {
        return new Newest(families, Release.newest(families.flatMap(Family::variants)));
    }

    /** Whether a family describes it. */
    boolean isIn(Family<?> family) {
        return family.variants().exists(this::isOf);
    }

    private boolean isOf(Variant variant) {
        return release.exists(newest -> newest.isOf(variant));
    }

    /**
     * The claims that it breaks, each once, in the order of the catalogue: those of specs of a variant as it is,
     * whatever the bounds, that came out as expected. What did not is told in full elsewhere.
     */
    Seq<OpenClaim> open(Seq<SpecOutcome> outcomes) {
        Seq<Shown> all = outcomes.filter(SpecOutcome::asExpected).flatMap(this::shown);
        return all.map(Shown::key)
                .distinct()
                .map(key -> all.filter(shown -> shown.key().equals(key))
                        .minBy(Comparator.comparing(Shown::bounds)
                                .thenComparing(shown -> shown.claim().steps()))
                        .get()
                        .claim());
    }

    /** A broken claim, and how many bounds were set otherwise to see it. */
    private record Shown(OpenClaim claim, int bounds) {
        String key() {
            return claim.family() + " " + claim.property();
        }
    }

    private Seq<Shown> shown(SpecOutcome outcome) {
        Spec spec = outcome.spec();
        return families.filter(family ->
                        spec.rules().isEmpty() && family.variant(spec.variant()).exists(this::isOf))
                .flatMap(family -> outcome.judgements()
                        .filter(judgement -> judgement.found() == Verdict.VIOLATED)
                        .map(judgement -> new Shown(
                                open(family.name(), outcome, judgement),
                                spec.bounds().asMap().size())));
    }

    private static OpenClaim open(String family, SpecOutcome outcome, Judgement judgement) {
        return new OpenClaim(
                family,
                judgement.expected().property(),
                judgement.claim(),
                outcome.spec().id(),
                judgement.length().get(),
                outcome.command() + " --property " + Shell.word(judgement.name()));
    }
}
