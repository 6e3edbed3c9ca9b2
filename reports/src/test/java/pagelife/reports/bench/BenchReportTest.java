package pagelife.reports.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.BenchReport;
import pagelife.reports.Captured;
import pagelife.reports.Golden;
import pagelife.reports.format.Detail;
import pagelife.reports.format.Growing;
import pagelife.reports.json.JsonFormatTest;
import pagelife.reports.text.TextFormat;

/** What the bench tells, with figures made up. */
final class BenchReportTest {
    private static final BenchReport.Machine MACHINE =
            new BenchReport.Machine("a processor", 2, 0.25, "Linux 6.1", "25 -Xmx1g", "Spin 6.5.2");

    private static final BenchReport REPORT = new BenchReport(
            MACHINE, Vector.of("philosophers-13", "dax-small-wait-ends").map(BenchReportTest::told));

    private static BenchReport.Subject told(String name) {
        Subject subject =
                Subjects.all().find(known -> known.name().equals(name)).get();
        OwnSample one =
                new OwnSample(new Sample(1000, 4000, true, 2_000_000_000, 1_500_000_000), 17, 64_000, 42, 8, 900);
        OwnSample two = new OwnSample(new Sample(1000, 4001, true, 2_500_000_000L, 900_000_000), 17, 65_000, 42, 8, 0);
        Sample spin = new Sample(1000, 4001, true, 3_000_000_000L, 3_000_000_000L);
        return new Measured(subject, LinkedHashMap.of(1, one, 2, two), Option.some(spin)).told();
    }

    @Test
    void aTableForEachSubject() {
        Golden.expect("bench.txt", Captured.text(REPORT));
    }

    @Test
    void subjectBySubjectItSaysTheSame() {
        Captured captured = new Captured();
        Growing<BenchReport.Subject> report = new TextFormat(Detail.USUAL).measurements(MACHINE, captured.page(100));
        REPORT.subjects().forEach(report::add);
        report.end(REPORT);
        assertEquals(Captured.text(REPORT), captured.text());
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = Captured.json(REPORT);
        JsonFormatTest.assertFits("pagelife-bench-1", json);
        Golden.expect("bench.json", json);
    }
}
