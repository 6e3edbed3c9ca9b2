package pagelife.reports.cli;

import io.vavr.collection.Vector;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.ListText;
import pagelife.reports.Page;
import pagelife.reports.Question;
import pagelife.specs.FamilySpecs;

/** {@code check list}: all families, one family, or one variant. */
record Listing(Page page, Shelf shelf) {

    void print(String name) {
        if (name.indexOf('/') >= 0) {
            variant(shelf.variant(name));
        } else if (name.isEmpty()) {
            all();
        } else {
            family(shelf.family(name));
        }
    }

    private void all() {
        String between = "";
        for (FamilySpecs<?> specs : shelf.families()) {
            page.out().print(between);
            family(specs);
            between = "\n";
        }
    }

    private void family(FamilySpecs<?> specs) {
        new ListText(page).family(specs.family(), Shelf.properties(specs, Shelf.Prepared::properties));
        ListText list = new ListText(page);
        list.temporal(Shelf.properties(specs, Shelf.Prepared::temporal));
        list.operations(shelf.operations(specs.family()));
    }

    private void variant(Variant variant) {
        Question question = new Question(
                shelf.family(variant.family()).family(),
                variant,
                Settings.NONE,
                Settings.NONE,
                Vector.empty(),
                Options.DEFAULT);
        Shelf.Prepared prepared = shelf.prepare(variant, Settings.NONE, Settings.NONE);
        ListText list = new ListText(page);
        list.variant(question, prepared.properties());
        list.temporal(prepared.temporal());
        list.operations(prepared.operations().all());
        list.words(prepared.words().propositions().keySet().toVector());
    }
}
