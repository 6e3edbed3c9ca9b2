package pagelife.reports;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.json.JsonFormatTest;

final class CostTest {
    @Test
    void theFiguresOfTheThreadStandBesideTheReckonedOnes() {
        Golden.expect("cost.txt", Captured.text(CostReport.figures()));
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = Captured.json(CostReport.figures());
        JsonFormatTest.assertFits("pagelife-cost-1", json);
        Golden.expect("cost.json", json);
    }
}
