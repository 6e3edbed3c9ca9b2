package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import pagelife.checker.result.Result;
import pagelife.models.page.Books;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Litmus;

/** Litmus tests for programs: a document of format {@value #FORMAT}. The same bytes each time but for {@code measured}. */
public final class LitmusJson {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-litmus/1";

    private final JsonGenerator json;

    private LitmusJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the document; {@code missing} tests were not run, since they are none or the user wanted to stop. */
    public static void print(Page page, Seq<LitmusOutcome> outcomes, int missing, long nanos) {
        Json.print(page, json -> new LitmusJson(json).document(outcomes, missing, nanos));
    }

    private void document(Seq<LitmusOutcome> outcomes, int missing, long nanos) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField(
                "asExpected", outcomes.count(outcome -> outcome.spec().asExpected()));
        json.writeNumberField("notRun", missing);
        json.writeArrayFieldStart("tests");
        for (LitmusOutcome outcome : outcomes) {
            test(outcome);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("measured");
        json.writeNumberField("nanos", nanos);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void test(LitmusOutcome outcome) throws IOException {
        Litmus test = outcome.answer().posed().test();
        json.writeStartObject();
        json.writeStringField("file", outcome.file());
        json.writeStringField("name", test.name());
        json.writeStringField("about", test.about());
        json.writeStringField("variant", test.variant().text());
        Json.settings(json, "rules", test.ruled());
        Json.settings(json, "bounds", test.bounded());
        json.writeStringField("setup", test.setup().map(Object::toString).getOrElse(""));
        json.writeArrayFieldStart("tasks");
        for (Litmus.Column column : test.tasks()) {
            json.writeStartObject();
            json.writeStringField("task", column.task().text());
            json.writeStringField("program", column.program().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        counts(outcome.answer());
        json.writeStringField("command", outcome.spec().command());
        json.writeBooleanField("asExpected", outcome.spec().asExpected());
        json.writeArrayFieldStart("conditions");
        for (var pair : outcome.answer().lines().zip(outcome.spec().judgements())) {
            condition(pair._1(), pair._2(), outcome.answer().posed().books());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void counts(Answer answer) throws IOException {
        Result result = answer.result();
        json.writeStringField("stop", result.stop().name());
        json.writeNumberField("states", result.counts().states());
        json.writeNumberField("transitions", result.counts().transitions());
        optional("finalStates", answer.last().map(last -> last.last().size()));
    }

    private void condition(Answer.Line line, Judgement judgement, Books books) throws IOException {
        json.writeStartObject();
        json.writeStringField("condition", line.asked().condition().name());
        json.writeBooleanField("ok", line.ok());
        json.writeBooleanField("asExpected", judgement.asExpected());
        json.writeStringField("expected", judgement.expectedWords());
        json.writeStringField("found", judgement.words());
        optional("witnesses", line.witnesses());
        json.writeFieldName("finding");
        new JsonReport(json).finding(line.finding(), books);
        json.writeEndObject();
    }

    private void optional(String field, Option<Integer> number) throws IOException {
        if (number.isDefined()) {
            json.writeNumberField(field, number.get());
        }
    }
}
