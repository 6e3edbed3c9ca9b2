package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.result.Verdict;
import pagelife.specs.Size;

/** The catalogue for programs: a document of format {@value #FORMAT}. The same bytes each time but for {@code measured}. */
public final class CatalogueJson {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-catalogue/1";

    private CatalogueJson() {}

    /** Writes the document; {@code missing} specs were not checked since the user wanted to stop. */
    public static void print(Page page, Seq<SpecOutcome> outcomes, int missing, long nanos) {
        Json.print(page, json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("asExpected", outcomes.count(SpecOutcome::asExpected));
            json.writeNumberField("notChecked", missing);
            json.writeArrayFieldStart("specs");
            for (SpecOutcome outcome : outcomes) {
                spec(json, outcome);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("measured");
            json.writeNumberField("nanos", nanos);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void spec(JsonGenerator json, SpecOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", outcome.spec().id());
        json.writeStringField("variant", outcome.spec().variant());
        Json.settings(json, "rules", outcome.spec().rules());
        Json.settings(json, "bounds", outcome.spec().bounds());
        json.writeStringField(
                "fairness",
                outcome.spec().fairness().getOrElse(Assumptions.DECLARED).toString());
        if (outcome.spec().size().isDefined()) {
            json.writeObjectFieldStart("size");
            size(json, "expected", outcome.spec().size());
            size(json, "found", outcome.size());
            json.writeEndObject();
        }
        json.writeStringField("cites", outcome.spec().cites());
        json.writeStringField("why", outcome.spec().why());
        json.writeStringField("command", outcome.command());
        json.writeBooleanField("asExpected", outcome.asExpected());
        json.writeStringField("fault", outcome.fault().getOrElse(""));
        json.writeArrayFieldStart("properties");
        for (Judgement judgement : outcome.judgements()) {
            judgement(json, judgement);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void size(JsonGenerator json, String field, Option<Size> size) throws IOException {
        if (size.isDefined()) {
            json.writeObjectFieldStart(field);
            json.writeNumberField("states", size.get().states());
            json.writeNumberField("transitions", size.get().transitions());
            json.writeEndObject();
        }
    }

    private static void judgement(JsonGenerator json, Judgement judgement) throws IOException {
        json.writeStartObject();
        json.writeStringField("property", judgement.expected().property());
        json.writeBooleanField("asExpected", judgement.asExpected());
        verdict(
                json,
                "expected",
                judgement.expected().verdict(),
                judgement.expected().length());
        verdict(json, "found", judgement.found(), judgement.length());
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, String field, Verdict verdict, Option<Integer> length)
            throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("verdict", verdict.name());
        if (length.isDefined()) {
            json.writeNumberField("length", length.get());
        }
        json.writeEndObject();
    }
}
