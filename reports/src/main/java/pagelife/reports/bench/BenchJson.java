package pagelife.reports.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import pagelife.reports.Json;
import pagelife.reports.Page;

/** The bench for programs. */
final class BenchJson {
    /** The format and its version. */
    static final String FORMAT = "pagelife-bench/1";

    private final JsonGenerator json;

    private BenchJson(JsonGenerator json) {
        this.json = json;
    }

    static void print(Page page, Machine machine, Seq<Measured> all) {
        Json.print(page, json -> new BenchJson(json).document(machine, all));
    }

    private void document(Machine machine, Seq<Measured> all) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeObjectFieldStart("machine");
        json.writeStringField("processor", machine.processor());
        json.writeNumberField("cores", machine.cores());
        json.writeNumberField("load", machine.load());
        json.writeStringField("system", machine.system());
        json.writeStringField("java", machine.java());
        json.writeStringField("spin", machine.spin());
        json.writeEndObject();
        json.writeArrayFieldStart("subjects");
        for (Measured measured : all) {
            subject(measured);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void subject(Measured measured) throws IOException {
        OwnSample first = measured.first();
        json.writeStartObject();
        json.writeStringField("name", measured.subject().name());
        json.writeStringField("summary", measured.subject().summary());
        json.writeBooleanField("holds", first.cost().holds());
        json.writeNumberField("states", first.cost().states());
        json.writeNumberField("transitions", first.cost().transitions());
        json.writeNumberField("levels", first.levels());
        json.writeNumberField("bitsPerState", first.bits());
        json.writeArrayFieldStart("runs");
        for (var run : measured.own()) {
            own(run._1(), run._2());
        }
        json.writeEndArray();
        if (measured.spin().isDefined()) {
            json.writeObjectFieldStart("spin");
            times(measured.spin().get());
            json.writeNumberField(
                    "ratio", measured.ratio(measured.own().head()._1()).get());
            json.writeEndObject();
        }
        Json.names(json, "contradictions", measured.contradictions());
        json.writeEndObject();
    }

    private void own(int threads, OwnSample run) throws IOException {
        json.writeStartObject();
        json.writeNumberField("threads", threads);
        times(run.cost());
        json.writeNumberField("searchNanos", run.searchNanos());
        json.writeNumberField("storeBytes", run.storeBytes());
        json.writeNumberField("executions", run.executions());
        json.writeEndObject();
    }

    private void times(Sample sample) throws IOException {
        json.writeNumberField("cpuNanos", sample.cpuNanos());
        json.writeNumberField("wallNanos", sample.wallNanos());
    }
}
