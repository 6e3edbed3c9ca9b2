package pagelife.reports.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.reports.explore.Guide;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.page.Printable;
import pagelife.reports.told.Fact;
import pagelife.reports.told.Shown;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldStep;
import pagelife.reports.told.ToldTrace;

/**
 * The data of a page. A finding has the fields of the JSON document, but for the values of cells: after a step there
 * are only those that it changed, as texts.
 */
final class PageJson {
    private final JsonGenerator json;

    private PageJson(JsonGenerator json) {
        this.json = json;
    }

    /** The data of a page about this. */
    static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new PageJson(json).write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(Content content) throws IOException {
        json.writeStartObject();
        string("name", content.name());
        string("summary", content.summary());
        string("command", content.command());
        string("explore", content.explore());
        json.writeArrayFieldStart("facts");
        for (Content.Fact fact : content.facts()) {
            json.writeStartArray();
            json.writeString(fact.name());
            json.writeString(Printable.of(fact.text()));
            json.writeEndArray();
        }
        json.writeEndArray();
        model(content.guide());
        json.writeArrayFieldStart("findings");
        for (int i = 0; i < content.findings().size(); i++) {
            finding(
                    content.findings().get(i),
                    content.twins().get(i),
                    content.numbers(content.traces().get(i)));
        }
        json.writeEndArray();
        json.writeFieldName("walk");
        trace(
                ToldTrace.of(content.walk().trace()),
                content.numbers(Option.some(content.walk().trace())));
        json.writeBooleanField("served", content.numbered().isDefined());
        if (content.space().isDefined()) {
            json.writeFieldName("space");
            new SpaceJson(json, content.space().get()).write();
        }
        json.writeEndObject();
    }

    private void string(String name, String text) throws IOException {
        json.writeStringField(name, Printable.of(text));
    }

    /** The tasks, and of each cell its name and the task whose place it holds. */
    private void model(Guide guide) throws IOException {
        json.writeArrayFieldStart("actors");
        for (Actor actor : guide.model().actors()) {
            json.writeString(actor.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("cells");
        for (Cell<?> cell : guide.model().cells()) {
            Option<Actor> placed = guide.model().actors().find(actor -> actor.control() == cell);
            json.writeStartArray();
            json.writeString(cell.name());
            json.writeString(placed.map(Actor::name).getOrElse(""));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void finding(ToldFinding finding, Option<WhatIf> twin, Seq<Integer> numbers) throws IOException {
        json.writeStartObject();
        new JsonFormat().fields(json, finding, name -> name.equals("trace") || name.equals("facts"));
        json.writeArrayFieldStart("core");
        for (Fact fact : finding.facts()) {
            if (fact instanceof Fact.Read read) {
                json.writeString(read.cell());
            }
        }
        json.writeEndArray();
        if (twin.isDefined()) {
            json.writeFieldName("twin");
            twin(twin.get());
        }
        if (finding.trace().isDefined()) {
            json.writeFieldName("trace");
            trace(finding.trace().get(), numbers);
        }
        json.writeEndObject();
    }

    private void twin(WhatIf twin) throws IOException {
        json.writeStartObject();
        string("name", twin.name());
        json.writeNumberField("step", twin.step());
        string("words", twin.words());
        strings("differs", twin.differs());
        strings("next", twin.next());
        json.writeEndObject();
    }

    private void strings(String name, Seq<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(Printable.of(text));
        }
        json.writeEndArray();
    }

    private void trace(ToldTrace trace, Seq<Integer> numbers) throws IOException {
        json.writeStartObject();
        if (trace.loopStart().isDefined()) {
            json.writeNumberField("loopStart", trace.loopStart().get());
        }
        if (trace.fails()) {
            json.writeBooleanField("fails", true);
        }
        texts("initial", trace.initial());
        json.writeArrayFieldStart("steps");
        Map<String, Shown> before = trace.initial();
        for (ToldStep step : trace.steps()) {
            Map<String, Shown> known = before;
            json.writeStartObject();
            new JsonFormat().fields(json, step, PageJson::isLong);
            texts("after", step.after().filter((cell, value) -> !known.get(cell).contains(value)));
            json.writeEndObject();
            before = step.after();
        }
        json.writeEndArray();
        if (!numbers.isEmpty()) {
            json.writeArrayFieldStart("numbers");
            for (int number : numbers) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** What the page shows in other words. */
    private static boolean isLong(String field) {
        return field.equals("after") || field.equals("changes") || field.equals("events");
    }

    private void texts(String name, Map<String, Shown> cells) throws IOException {
        json.writeObjectFieldStart(name);
        for (var cell : cells) {
            json.writeStringField(cell._1(), cell._2().text());
        }
        json.writeEndObject();
    }
}
