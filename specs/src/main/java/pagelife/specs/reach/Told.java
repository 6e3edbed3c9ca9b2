package pagelife.specs.reach;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.checker.views.Answer;

/**
 * How far a claim holds.
 *
 * @param claim the claim
 * @param answer what views say
 * @param broken with how many tasks it is broken, and how; empty where it is with none that were tried
 * @param upTo it holds with up to so many tasks, each number tried; -1 for none
 */
public record Told(Property claim, Answer answer, Option<Broken> broken, int upTo) {
    /**
     * A run that breaks a claim.
     *
     * @param tasks with how many tasks
     * @param trace the shortest run
     */
    public record Broken(int tasks, Trace trace) {}

    /** Whether it holds for any number of tasks: views prove it, and the numbers that are fewer were tried. */
    public boolean isForAny() {
        return broken.isEmpty() && answer.proof().exists(proof -> upTo >= proof.members());
    }

    /** The verdicts, the good ones first. */
    public enum Word {
        /** For any number. */
        ANY,
        /** As far as was tried. */
        UP_TO,
        /** Not with some number. */
        BROKEN
    }

    /** The verdict. */
    public Word word() {
        return broken.isDefined() ? Word.BROKEN : isForAny() ? Word.ANY : Word.UP_TO;
    }

    static Told of(Answer answer, Seq<Checked> checked) {
        String name = answer.claim().name();
        Option<Broken> broken = checked.flatMap(one -> one.findings()
                        .get(name)
                        .flatMap(finding -> finding.trace())
                        .map(trace -> new Broken(one.tasks(), trace)))
                .headOption();
        int upTo = checked.takeWhile(one -> one.size().isDefined())
                .lastOption()
                .map(Checked::tasks)
                .getOrElse(-1);
        return new Told(
                answer.claim(),
                answer,
                broken,
                broken.map(one -> one.tasks() - 1).getOrElse(upTo));
    }
}
