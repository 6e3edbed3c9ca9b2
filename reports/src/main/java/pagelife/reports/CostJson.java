package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import pagelife.models.devdax.InitCost;
import pagelife.models.devdax.YieldStride;

/** What device-dax costs, for programs: a document of format {@value #FORMAT}. Always the same bytes. */
public final class CostJson {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-cost/1";

    private CostJson() {}

    /** Writes the document. */
    public static void print(Page page) {
        Json.print(page, json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("bytes", 128L << 30);
            json.writeArrayFieldStart("initialisation");
            for (InitCost cost : InitCost.table()) {
                cost(json, cost);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("yields");
            for (InitCost cost : InitCost.table()) {
                for (YieldStride.Test test : YieldStride.Test.values()) {
                    yields(json, cost, test);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void cost(JsonGenerator json, InitCost cost) throws IOException {
        json.writeStartObject();
        json.writeStringField("page", cost.name());
        json.writeNumberField("compounds", cost.compounds());
        json.writeNumberField("structPages", cost.structPages());
        range(json, "measuredMillis", cost.measured());
        range(json, "predictedMillis", cost.predicted());
        json.writeBooleanField("agree", cost.predicted().meets(cost.measured()));
        json.writeEndObject();
    }

    private static void range(JsonGenerator json, String name, InitCost.Range range) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(range.least());
        json.writeNumber(range.most());
        json.writeEndArray();
    }

    private static void yields(JsonGenerator json, InitCost cost, YieldStride.Test test) throws IOException {
        YieldStride loop = new YieldStride(0, InitCost.PAGES, cost.pagesPerCompound(), test);
        json.writeStartObject();
        json.writeStringField("page", cost.name());
        json.writeStringField("test", test.name());
        json.writeNumberField("iterations", loop.iterations());
        json.writeNumberField("yields", loop.yields());
        json.writeNumberField("longestRun", loop.longestRun());
        json.writeBooleanField("oftenEnough", loop.yieldsOftenEnough());
        json.writeBooleanField("seldomEnough", loop.yieldsSeldomEnough());
        json.writeEndObject();
    }
}
