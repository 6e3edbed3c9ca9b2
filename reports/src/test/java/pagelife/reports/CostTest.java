package pagelife.reports;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class CostTest {
    @Test
    void theFiguresOfTheThreadStandBesideTheReckonedOnes() {
        Captured captured = new Captured();
        new CostText(captured.page(100)).print();
        Golden.expect("cost.txt", captured.text());
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        Captured captured = new Captured();
        CostJson.print(captured.page(100));
        JsonReportTest.assertFits("pagelife-cost-1", captured.text());
        Golden.expect("cost.json", captured.text());
    }
}
