package pagelife.reports.ci;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import pagelife.reports.Checked;
import pagelife.reports.Report;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Names;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldStep;
import pagelife.reports.told.ToldTrace;

/**
 * SARIF 2.1.0, the format in which tools that analyse code tell what they found: claims are rules, findings results,
 * and a counterexample is a code flow with a thread for each task, whose steps stand at the file and the function of
 * the kernel that they stand for. There are no line numbers: a step is read from a function, not compiled from a line.
 */
public final class SarifFormat implements ReportFormat {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** The format; it has no state. */
    public SarifFormat() {}

    @Override
    public boolean writes(String kind) {
        return Checked.kinds().contains(kind);
    }

    @Override
    public void write(Report report, Page page) {
        try (JsonGenerator json = new JsonFactory().createGenerator(page.out(), JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            for (Checked checked : Checked.in(report)) {
                new Run(json, checked).write();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the SARIF document cannot be written: " + e.getMessage(), e);
        }
    }

    /** A run of the tool: all that was found about a variant. */
    private record Run(JsonGenerator json, Checked checked) {
        void write() throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "pagelife");
            json.writeArrayFieldStart("rules");
            for (ToldFinding finding : checked.findings()) {
                rule(finding);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeStringField("commandLine", checked.command());
            json.writeBooleanField("executionSuccessful", true);
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("results");
            for (int i = 0; i < checked.findings().size(); i++) {
                result(checked.findings().get(i), i);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void rule(ToldFinding finding) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", finding.id());
            json.writeStringField("name", finding.property());
            message("shortDescription", finding.claim());
            json.writeEndObject();
        }

        private void message(String field, String text) throws IOException {
            json.writeObjectFieldStart(field);
            json.writeStringField("text", text);
            json.writeEndObject();
        }

        private void result(ToldFinding finding, int rule) throws IOException {
            json.writeStartObject();
            json.writeStringField("ruleId", finding.id());
            json.writeNumberField("ruleIndex", rule);
            kind(finding);
            message("message", said(finding));
            if (finding.isBroken()) {
                for (ToldTrace trace : finding.trace()) {
                    json.writeArrayFieldStart("locations");
                    for (ToldStep last : trace.steps().lastOption()) {
                        location(last, said(finding));
                    }
                    json.writeEndArray();
                    flow(trace);
                }
            }
            json.writeObjectFieldStart("partialFingerprints");
            json.writeStringField("claim/v1", checked.id() + " " + finding.id());
            json.writeEndObject();
            json.writeEndObject();
        }

        private void kind(ToldFinding finding) throws IOException {
            String kind = switch (finding.verdict()) {
                case HOLDS -> "pass";
                case UNDECIDED -> "open";
                case VIOLATED, NEVER_HAPPENS -> "fail";
            };
            json.writeStringField("kind", kind);
            json.writeStringField("level", kind.equals("fail") ? "error" : "none");
        }

        private String said(ToldFinding finding) {
            String steps =
                    finding.length().map(length -> " in " + length + " steps").getOrElse("");
            return checked.name() + ": " + finding.property() + " "
                    + Names.word(finding.verdict()).toLowerCase(Locale.ROOT) + steps + ": " + finding.claim()
                    + finding.evidence()
                            .mkString(
                                    finding.evidence().isEmpty() ? "" : " (",
                                    ", ",
                                    finding.evidence().isEmpty() ? "" : ")");
        }

        /** A thread for each task; the number of a step says where it stands among those of all. */
        private void flow(ToldTrace trace) throws IOException {
            json.writeArrayFieldStart("codeFlows");
            json.writeStartObject();
            json.writeArrayFieldStart("threadFlows");
            for (String actor : trace.actors()) {
                json.writeStartObject();
                json.writeStringField("id", actor);
                json.writeArrayFieldStart("locations");
                for (int i = 0; i < trace.length(); i++) {
                    if (trace.steps().get(i).actor().equals(actor)) {
                        flowLocation(trace.steps().get(i), i + 1);
                    }
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }

        private void flowLocation(ToldStep step, int number) throws IOException {
            json.writeStartObject();
            json.writeNumberField("executionOrder", number);
            json.writeFieldName("location");
            Seq<String> effects = step.effects();
            location(
                    step,
                    step.actor() + ": " + step.label() + (effects.isEmpty() ? "" : effects.mkString(" (", "; ", ")")));
            json.writeEndObject();
        }

        private void location(ToldStep step, String said) throws IOException {
            json.writeStartObject();
            message("message", said);
            if (!step.file().isEmpty()) {
                json.writeObjectFieldStart("physicalLocation");
                json.writeObjectFieldStart("artifactLocation");
                json.writeStringField("uri", step.file());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", step.function().isEmpty() ? step.step() : step.function());
            json.writeStringField("kind", "function");
            json.writeStringField(
                    "fullyQualifiedName",
                    step.function().isEmpty() ? step.actor() + "." + step.step() : step.function() + "." + step.step());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
