package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.util.function.Function;
import pagelife.specs.threads.Answer;
import pagelife.specs.threads.Answered;
import pagelife.specs.threads.Claim;
import pagelife.specs.threads.Experiment;

/** The statements of the mail threads for programs: a document of format {@value #FORMAT}. */
public final class ClaimsJson {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-claims/1";

    private ClaimsJson() {}

    /**
     * Writes the document. The same bytes each time but for {@code measured}.
     *
     * @param command the command that repeats an experiment
     */
    public static void print(Page page, Seq<Answered> answers, Function<Experiment, String> command, long nanos) {
        Json.print(page, json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("asExpected", answers.count(Answered::asExpected));
            json.writeArrayFieldStart("claims");
            for (Answered answered : answers) {
                claim(json, answered, command);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("measured");
            json.writeNumberField("nanos", nanos);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void claim(JsonGenerator json, Answered answered, Function<Experiment, String> command)
            throws IOException {
        Claim claim = answered.claim();
        json.writeStartObject();
        json.writeStringField("id", claim.id());
        json.writeStringField("seed", claim.seed());
        json.writeStringField("sentence", claim.sentence());
        json.writeStringField("source", claim.source());
        json.writeStringField(
                "answer", answered.answer().map(answer -> answer.kind().name()).getOrElse("UNDECIDED"));
        json.writeStringField("version", answered.answer().map(Answer::version).getOrElse(""));
        json.writeBooleanField("asExpected", answered.asExpected());
        json.writeStringField("why", claim.why());
        json.writeArrayFieldStart("experiments");
        for (Answered.Test test : answered.tests()) {
            test(json, test, command.apply(test.experiment()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void test(JsonGenerator json, Answered.Test test, String command) throws IOException {
        Experiment experiment = test.experiment();
        json.writeStartObject();
        json.writeStringField("stage", experiment.stage().kind().name());
        json.writeStringField("since", experiment.stage().since());
        json.writeStringField(
                "asks",
                experiment instanceof Experiment.Check check
                        ? check.property()
                        : ((Experiment.Reckoning) experiment).question());
        json.writeStringField("predicted", experiment.predicted().name());
        json.writeStringField("expected", experiment.expected().name());
        json.writeStringField("found", test.observation().verdict().name());
        if (test.observation().length().isDefined()) {
            json.writeNumberField("length", test.observation().length().get());
        }
        if (test.observation().states() > 0) {
            json.writeNumberField("states", test.observation().states());
        }
        json.writeBooleanField("bearsOut", test.bearsOut());
        json.writeBooleanField("asExpected", test.asExpected());
        json.writeStringField("command", command);
        json.writeEndObject();
    }
}
