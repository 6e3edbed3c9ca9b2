package pagelife.reports.traces;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import pagelife.reports.format.PerTrace;
import pagelife.reports.format.TracedFinding;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldCount;
import pagelife.reports.told.ToldStep;
import pagelife.reports.told.ToldTrace;
import pagelife.reports.told.ToldWait;

/**
 * A trace for Perfetto and the viewer of Chromium, in the JSON of trace events: tasks are threads with a slice for each
 * step and for the time that they sleep, counts are counters, and a wake-up is a flow to the first step of who was
 * woken. A step takes a millisecond, since a model knows no time.
 */
public final class PerfettoFormat extends PerTrace {
    /** Microseconds of a step: trace events count in these. */
    private static final int STEP = 1_000;

    /** The format; {@code witnesses}: whether traces that show what is so are wanted, too. */
    public PerfettoFormat(boolean witnesses) {
        super(witnesses);
    }

    @Override
    protected void write(TracedFinding found, Page page) {
        try (JsonGenerator json = new JsonFactory().createGenerator(page.out(), JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("displayTimeUnit", "ms");
            json.writeObjectFieldStart("otherData");
            json.writeStringField("title", found.title());
            json.writeStringField("claim", found.finding().claim());
            json.writeStringField("command", found.checked().command());
            json.writeEndObject();
            json.writeArrayFieldStart("traceEvents");
            new Events(json, found.trace()).write(found);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the trace cannot be written: " + e.getMessage(), e);
        }
    }

    private record Events(JsonGenerator json, ToldTrace trace) {
        void write(TracedFinding found) throws IOException {
            name("process_name", 0, found.checked().name());
            for (int i = 0; i < trace.actors().size(); i++) {
                name("thread_name", i + 1, trace.actors().get(i));
            }
            for (int i = 0; i < trace.length(); i++) {
                step(trace.steps().get(i), i);
            }
            for (ToldWait wait : found.finding().waits()) {
                waiting(wait);
            }
            for (ToldCount count : found.finding().counts()) {
                counter(count);
            }
        }

        private void begin(String phase, String name, int thread, long at) throws IOException {
            json.writeStartObject();
            json.writeStringField("ph", phase);
            json.writeStringField("name", name);
            json.writeNumberField("pid", 1);
            json.writeNumberField("tid", thread);
            json.writeNumberField("ts", at);
        }

        private void name(String what, int thread, String name) throws IOException {
            begin("M", what, thread, 0);
            json.writeObjectFieldStart("args");
            json.writeStringField("name", name);
            json.writeEndObject();
            json.writeEndObject();
        }

        private int thread(String actor) {
            return 1 + trace.actors().indexOf(actor);
        }

        /** Step i lasts from i to i + 1. */
        private void step(ToldStep step, int at) throws IOException {
            begin("X", step.label(), thread(step.actor()), (long) at * STEP);
            json.writeNumberField("dur", STEP);
            json.writeStringField("cat", "step");
            json.writeObjectFieldStart("args");
            json.writeNumberField("step", at + 1);
            json.writeStringField("function", step.function());
            json.writeStringField("file", step.file());
            json.writeStringField("version", step.version());
            strings("effects", step.effects());
            strings("reads", step.reads());
            json.writeEndObject();
            json.writeEndObject();
        }

        private void strings(String name, Seq<String> texts) throws IOException {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }

        /**
         * From the end of the step after which it waits to that of the one that ends it, with a flow to its next step.
         */
        private void waiting(ToldWait wait) throws IOException {
            int until = wait.until().getOrElse(trace.length());
            if (wait.how() != ToldWait.How.QUEUED && until > wait.since()) {
                begin(
                        "X",
                        wait.how().name().toLowerCase(java.util.Locale.ROOT),
                        thread(wait.task()),
                        (long) wait.since() * STEP);
                json.writeNumberField("dur", (long) (until - wait.since()) * STEP);
                json.writeStringField("cat", "wait");
                json.writeObjectFieldStart("args");
                strings("on", wait.on());
                json.writeEndObject();
                json.writeEndObject();
            }
            if (wait.until().isDefined() && wait.how() == ToldWait.How.ASLEEP) {
                wakeUp(wait, until);
            }
        }

        private void wakeUp(ToldWait wait, int waker) throws IOException {
            int woken = trace.steps().indexWhere(step -> step.actor().equals(wait.task()), waker);
            if (woken < 0) {
                return;
            }
            flow("s", trace.steps().get(waker - 1).actor(), waker, (long) waker * STEP - 1);
            flow("f", wait.task(), waker, (long) woken * STEP);
        }

        private void flow(String phase, String actor, int id, long at) throws IOException {
            begin(phase, "wake-up", thread(actor), at);
            json.writeStringField("cat", "wake");
            json.writeNumberField("id", id);
            if (phase.equals("f")) {
                json.writeStringField("bp", "e");
            }
            json.writeEndObject();
        }

        private void counter(ToldCount count) throws IOException {
            for (int i = 0; i < count.counts().size(); i++) {
                begin("C", "references of " + count.what(), 0, (long) i * STEP);
                json.writeObjectFieldStart("args");
                json.writeNumberField("refs", count.counts().get(i));
                json.writeEndObject();
                json.writeEndObject();
            }
        }
    }
}
