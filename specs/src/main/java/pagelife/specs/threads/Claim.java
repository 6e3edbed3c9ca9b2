package pagelife.specs.threads;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A statement of a mail thread, and the experiments that test it.
 *
 * @param id a short unique name: the thread's number and its own, {@code 004.2}
 * @param sentence the statement, in our words
 * @param source who said it where
 * @param experiments the experiments, in the order of history
 * @param answer the answer that we expect of them
 * @param why the reason, in a sentence or two
 */
public record Claim(String id, String sentence, String source, Seq<Experiment> experiments, Answer answer, String why) {

    /** A claim under declaration, so far without experiments. */
    static Claim of(String id, String sentence, String source) {
        return new Claim(id, sentence, source, Vector.empty(), Answer.NOT_MODELLED, "");
    }

    /** With experiments. */
    Claim tested(Experiment... tried) {
        return new Claim(id, sentence, source, experiments.appendAll(Vector.of(tried)), answer, why);
    }

    /** With the answer and the reason. */
    Claim is(Answer expected, String reason) {
        return new Claim(id, sentence, source, experiments, expected, reason);
    }

    /** The number of the thread. */
    public String seed() {
        return id.substring(0, id.indexOf('.'));
    }
}
