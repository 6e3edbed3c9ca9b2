package pagelife.reports.html;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.reports.ReplayWords;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.told.ToldStory;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.kept.Retrace;
import pagelife.specs.kept.Retraced;
import pagelife.specs.litmus.Kept;

/**
 * The protocols of a family in which a broken claim holds: of them the one that differs in the fewest rules and bounds,
 * and refuses the run.
 */
final class Twins {
    /* Those that differ in more say less; each has to be built. */
    private static final int MOST_TRIED = 6;

    private final Question question;
    private final Model own;
    private final Map<Spec, Inquiry<?>> built = new HashMap<>();

    Twins(Outcome outcome) {
        this.question = outcome.question();
        this.own = outcome.result().model();
    }

    /**
     * What the nearest of them does: of those that go another way at a step that decides, if there are any. Empty if the
     * claim is not broken, or none of them is known to refuse the run.
     *
     * @param story which steps decide
     */
    Option<WhatIf> of(Finding finding, Option<ToldStory> story) {
        Seq<WhatIf> all = finding.trace()
                .filter(trace -> finding.verdict() == Verdict.VIOLATED)
                .toVector()
                .flatMap(trace -> holding(finding.property())
                        .take(MOST_TRIED)
                        .flatMap(row -> in(row, finding.property(), trace)));
        Seq<Integer> folded = story.toVector()
                .flatMap(ToldStory::folds)
                .flatMap(fold -> Vector.rangeClosed(fold.first(), fold.last()));
        return all.find(twin -> !folded.contains(twin.step())).orElse(all.headOption());
    }

    /** The rows in which a claim is known to hold, the nearest first. */
    private Seq<Spec> holding(Property claim) {
        return question.subject()
                .specs()
                .sound(row -> true)
                .filter(row -> row.expectations()
                        .exists(one -> one.property().equals(claim.name()) && one.verdict() == Verdict.HOLDS))
                .sortBy(row -> differs(row).size());
    }

    private Option<WhatIf> in(Spec row, Property claim, Trace trace) {
        Inquiry<?> there = built.computeIfAbsent(row, one -> subject(one).inquiry());
        Retraced run = Retrace.of(
                Kept.of(trace),
                there.model(),
                own,
                question.subject().specs().renames(),
                there.called(claim.name()).headOption(),
                row.fairness());
        return Option.when(
                run.outcome() == Retraced.Outcome.GONE,
                () -> new WhatIf(
                        row.id(),
                        differs(row),
                        parting(run).getOrElse(trace.length() + 1),
                        ReplayWords.of(run, trace.length(), row.id(), claim.name()),
                        Move.in(run.trace().last())
                                .map(move -> move.step().toString())
                                .distinct()));
    }

    /** The step that cannot be taken there; where all can, the first one that does something else. */
    private static Option<Integer> parting(Retraced run) {
        return run.refusal()
                .map(one -> one.step())
                .orElse(() -> run.divergence().map(one -> one.step()));
    }

    private Subject subject(Spec row) {
        return Subject.of(question.subject().specs(), row);
    }

    private Seq<String> differs(Spec row) {
        Question there =
                new Question(subject(row), Settings.NONE, Settings.NONE, question.properties(), Options.DEFAULT);
        return differing(question.everyRule(), there.everyRule())
                .appendAll(differing(question.everyBound(), there.everyBound()));
    }

    private static Seq<String> differing(Settings here, Settings there) {
        return here.asMap()
                .toVector()
                .filter(one -> !there.get(one._1()).contains(one._2()))
                .map(one -> one._1() + ": " + one._2() + " -> "
                        + there.get(one._1()).getOrElse("none"));
    }
}
