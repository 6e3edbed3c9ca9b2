package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.result.Checkpoints;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Statistics;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;
import pagelife.models.page.Books;

/**
 * One check for programs: a document of format {@value #FORMAT}, described by {@code pagelife-check-2.schema.json}.
 *
 * <p>The same question has the same bytes, whatever the machine, its locale and its threads, but for the object
 * {@code measured}.
 */
public final class JsonReport {
    /** The format and its version. A reader may rely on every field; new ones may come without a new version. */
    public static final String FORMAT = "pagelife-check/2";

    private final JsonGenerator json;

    JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the document to {@code page}. */
    public static void print(Page page, Outcome outcome) {
        Json.print(page, json -> new JsonReport(json).document(outcome));
    }

    private void document(Outcome outcome) throws IOException {
        Question question = outcome.question();
        Result result = outcome.result();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        question(question);
        json.writeStringField("stop", result.stop().name());
        counts(result);
        json.writeArrayFieldStart("findings");
        for (Finding finding : result.findings()) {
            finding(finding, outcome.books());
        }
        json.writeEndArray();
        Json.names(json, "neverTaken", outcome.neverTaken().map(Step::toString));
        new FairnessJson(json).vacuity(result.vacuity());
        measured(outcome);
        json.writeEndObject();
    }

    private void question(Question question) throws IOException {
        json.writeStringField("variant", question.variant().fullName());
        json.writeStringField("summary", question.variant().summary());
        json.writeStringField("kernels", question.variant().kernels());
        Json.settings(json, "rules", question.everyRule());
        Json.numbers(json, "bounds", question.everyBound());
        json.writeStringField("search", question.options().order().name());
        json.writeStringField("command", question.command());
    }

    private void counts(Result result) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("states", result.counts().states());
        json.writeNumberField("transitions", result.counts().transitions());
        json.writeNumberField("levels", result.counts().levels());
        json.writeEndObject();
    }

    void finding(Finding finding, Books books) throws IOException {
        json.writeStartObject();
        json.writeStringField("property", finding.property().name());
        json.writeStringField("kind", finding.property().kind().word());
        json.writeStringField("claim", finding.property().claim());
        json.writeStringField("verdict", finding.verdict().name());
        json.writeStringField("remark", finding.remark());
        if (finding.trace().isDefined()) {
            Trace trace = finding.trace().get();
            json.writeNumberField("length", trace.length());
            Json.names(json, "evidence", Evidence.of(finding.property(), trace));
            if (finding.verdict() == Verdict.VIOLATED) {
                AccountJson.write(json, Account.of(finding.property(), books, trace));
            }
            trace(trace);
        }
        if (finding.fairness().isDefined()) {
            new FairnessJson(json).facts(finding.fairness().get());
        }
        json.writeEndObject();
    }

    private void trace(Trace trace) throws IOException {
        json.writeObjectFieldStart("trace");
        new ValueJson(json).state("initial", trace.initial());
        json.writeArrayFieldStart("steps");
        for (int i = 0; i < trace.length(); i++) {
            step(trace.before(i), trace.steps().get(i));
        }
        json.writeEndArray();
        if (trace.loopStart().isDefined()) {
            json.writeNumberField("loopStart", trace.loopStart().get());
        }
        json.writeEndObject();
    }

    private void step(State before, TraceStep taken) throws IOException {
        Step step = taken.step();
        Source source = step.source();
        ValueJson values = new ValueJson(json);
        json.writeStartObject();
        json.writeStringField("actor", step.actor().name());
        json.writeStringField("step", step.id());
        json.writeStringField("text", step.text());
        json.writeStringField("function", source.function());
        json.writeStringField("file", source.file());
        json.writeStringField("version", source.version());
        Json.names(json, "choices", taken.choices());
        values.events("events", taken.events());
        Json.names(json, "reads", names(taken.reads()));
        Json.names(json, "changed", names(before.changed(taken.after())));
        values.changes("changes", before, taken);
        values.state("after", taken.after());
        json.writeEndObject();
    }

    private static Seq<String> names(Seq<Cell<?>> cells) {
        return cells.map(Cell::name);
    }

    /** All that may differ between two runs. */
    private void measured(Outcome outcome) throws IOException {
        Statistics statistics = outcome.result().statistics();
        json.writeObjectFieldStart("measured");
        json.writeNumberField("nanos", outcome.nanos());
        json.writeNumberField("threads", outcome.question().options().threads());
        json.writeNumberField("executions", statistics.executions());
        json.writeNumberField("audited", statistics.audited());
        json.writeNumberField("wordsPerState", statistics.wordsPerState());
        json.writeNumberField("bitsPerState", statistics.bitsPerState());
        json.writeNumberField("storeBytes", statistics.storeBytes());
        Json.names(json, "direct", statistics.direct().map(Step::toString));
        checkpoints(statistics.checkpoints());
        json.writeEndObject();
    }

    private void checkpoints(Checkpoints checkpoints) throws IOException {
        json.writeObjectFieldStart("checkpoints");
        json.writeNumberField("resumedAt", checkpoints.resumedAt().getOrElse(0));
        json.writeNumberField("written", checkpoints.written());
        json.writeNumberField("levels", checkpoints.levels().getOrElse(0));
        json.writeNumberField("failed", checkpoints.failed());
        json.writeStringField("failure", checkpoints.failure().getOrElse(""));
        json.writeEndObject();
    }
}
