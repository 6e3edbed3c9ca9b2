package pagelife.reports;

import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.models.Settings;
import pagelife.reports.json.JsonFormatTest;

class ListTextTest {
    @Test
    void everythingHasALine() {
        Golden.expect("list.txt", Captured.text(toys()));
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        String json = Captured.json(toys());
        JsonFormatTest.assertFits("pagelife-list-1", json);
        Golden.expect("list.json", json);
    }

    private static ListReport toys() {
        ToyFamily family = new ToyFamily();
        ToyFamily.Toy toy = family.build(family.variants().head(), Settings.NONE, Settings.NONE);
        return new ListReport(Vector.of(ListReport.Entry.of(
                family, family.specs(), HashMap.empty(), family.properties(toy), Vector.empty(), Vector.empty())));
    }
}
