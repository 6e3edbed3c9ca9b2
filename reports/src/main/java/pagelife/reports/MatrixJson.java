package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.util.function.Function;
import pagelife.specs.matrix.Combination;
import pagelife.specs.matrix.DesignSpace;
import pagelife.specs.matrix.Dimension;
import pagelife.specs.matrix.Goal;
import pagelife.specs.matrix.Judged;
import pagelife.specs.matrix.Matrix;

/** A design space for programs: a document of format {@value #FORMAT}, with every combination and what repairs it. */
public final class MatrixJson {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-matrix/1";

    private final JsonGenerator json;
    private final Matrix matrix;
    private final DesignSpace space;
    private final Function<Combination, String> command;

    private MatrixJson(JsonGenerator json, Matrix matrix, Function<Combination, String> command) {
        this.json = json;
        this.matrix = matrix;
        this.space = matrix.space();
        this.command = command;
    }

    /**
     * Writes the document. The same bytes each time but for {@code measured}.
     *
     * @param command the command that checks a combination
     */
    public static void print(Page page, Matrix matrix, Function<Combination, String> command, long nanos) {
        Json.print(page, json -> new MatrixJson(json, matrix, command).document(nanos));
    }

    private void document(long nanos) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("family", space.family());
        json.writeObjectFieldStart("dimensions");
        for (Dimension dimension : space.dimensions()) {
            Json.names(json, dimension.name(), dimension.names());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("goals");
        for (Goal goal : space.goals()) {
            Json.names(json, goal.name(), goal.properties());
        }
        json.writeEndObject();
        excluded();
        json.writeNumberField("missing", matrix.missing());
        combinations();
        questions();
        json.writeObjectFieldStart("measured");
        json.writeNumberField("nanos", nanos);
        json.writeNumberField("models", matrix.models());
        json.writeNumberField("states", matrix.states());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void excluded() throws IOException {
        json.writeArrayFieldStart("excluded");
        for (DesignSpace.Exclusion exclusion : space.exclusions()) {
            json.writeStartObject();
            json.writeStringField("reason", exclusion.reason());
            json.writeNumberField(
                    "combinations",
                    space.combinations().count(one -> space.exclusion(one).contains(exclusion.reason())));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void combinations() throws IOException {
        json.writeArrayFieldStart("combinations");
        for (Judged one : matrix.judged()) {
            json.writeStartObject();
            choices(one.combination());
            Json.names(
                    json,
                    "kernels",
                    space.kernels()
                            .filter(kernel -> kernel._2().equals(one.combination()))
                            .keySet()
                            .toVector());
            json.writeObjectFieldStart("broken");
            for (var broken : one.broken()) {
                json.writeNumberField(broken._1(), broken._2());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("repairs");
            for (Goal goal : space.goals().filter(wanted -> matrix.isWhole() && !wanted.isMet(one))) {
                Json.names(json, goal.name(), matrix.repairs(one.combination(), goal));
            }
            json.writeEndObject();
            json.writeStringField("command", command.apply(one.combination()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void choices(Combination combination) throws IOException {
        json.writeObjectFieldStart("choices");
        for (var choice : combination.choices()) {
            json.writeStringField(choice._1(), choice._2());
        }
        json.writeEndObject();
    }

    private void questions() throws IOException {
        json.writeArrayFieldStart("questions");
        for (DesignSpace.Question question : space.questions().filter(any -> matrix.isWhole())) {
            Combination start = space.kernels().get(question.kernel()).get();
            Seq<Combination> found = matrix.nearest(start, question.goal());
            json.writeStartObject();
            json.writeStringField("question", question.text());
            json.writeStringField("kernel", question.kernel());
            json.writeStringField("goal", question.goal().name());
            json.writeArrayFieldStart("answers");
            for (Combination one : found) {
                json.writeStartObject();
                Json.names(json, "changes", start.changesTo(one));
                json.writeStringField("command", command.apply(one));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
