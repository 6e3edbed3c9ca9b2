package pagelife.reports;

import org.junit.jupiter.api.Test;
import pagelife.models.Settings;

class ListTextTest {
    @Test
    void everythingHasALine() {
        ToyFamily family = new ToyFamily();
        ToyFamily.Toy toy = family.build(family.variants().head(), Settings.NONE, Settings.NONE);
        Captured captured = new Captured();
        new ListText(captured.page(100)).family(family, family.properties(toy));
        Golden.expect("list.txt", captured.text());
    }
}
