package pagelife.reports.json;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import pagelife.reports.AnyReport;
import pagelife.reports.BenchReport;
import pagelife.reports.CatalogueReport;
import pagelife.reports.CheckReport;
import pagelife.reports.ClaimsReport;
import pagelife.reports.CostReport;
import pagelife.reports.DiffReport;
import pagelife.reports.DoctorReport;
import pagelife.reports.FuzzReport;
import pagelife.reports.ListReport;
import pagelife.reports.LitmusReport;
import pagelife.reports.MatrixReport;
import pagelife.reports.MutantsReport;
import pagelife.reports.NamedReport;
import pagelife.reports.ObserveReport;
import pagelife.reports.ReachReport;
import pagelife.reports.ReplayReport;
import pagelife.reports.StepsReport;
import pagelife.reports.SweepReport;
import pagelife.reports.TwinsReport;
import pagelife.reports.WorkloadsReport;

/** The JSON schemas of the documents that {@code --json} writes. */
public final class Schemas {
    private static final Seq<String> FORMATS = Vector.of(
            CheckReport.FORMAT,
            CatalogueReport.FORMAT,
            ClaimsReport.FORMAT,
            MatrixReport.FORMAT,
            CostReport.FORMAT,
            LitmusReport.FORMAT,
            ListReport.FORMAT,
            BenchReport.FORMAT,
            DoctorReport.FORMAT,
            WorkloadsReport.FORMAT,
            FuzzReport.FORMAT,
            MutantsReport.FORMAT,
            NamedReport.FORMAT,
            TwinsReport.FORMAT,
            SweepReport.FORMAT,
            AnyReport.FORMAT,
            ReachReport.FORMAT,
            ReplayReport.FORMAT,
            StepsReport.FORMAT,
            DiffReport.FORMAT,
            ObserveReport.FORMAT);

    private Schemas() {}

    /** The formats as their documents name them, such as {@code pagelife-check/2}. */
    public static Seq<String> formats() {
        return FORMATS;
    }

    /** What is described, in one word each, such as {@code check}. */
    public static Seq<String> names() {
        return FORMATS.map(format -> format.substring(format.indexOf('-') + 1, format.indexOf('/')));
    }

    /** The schema of this name, or of the format named in full; empty if there is none. */
    public static Option<String> text(String name) {
        return FORMATS.zip(names())
                .find(known -> known._1().equals(name) || known._2().equals(name))
                .map(known -> read(known._1()));
    }

    private static String read(String format) {
        String file = "/schema/" + format.replace('/', '-') + ".schema.json";
        try (InputStream stream = Schemas.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
