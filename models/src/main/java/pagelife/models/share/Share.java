package pagelife.models.share;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.TabledFamily;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.FileId;
import pagelife.models.page.PageId;

/** A page that several files share by reflink, and their entries: fs/dax.c. */
public final class Share implements Protocol {
    private static final PageId PAGE = new PageId(0);

    /** Where a file is with the page. */
    public sealed interface Use extends Control {
        /** Before its entry stands for the page. */
        record Associate() implements Use {}

        /** Before its entry goes. */
        record Disassociate() implements Use {}
    }

    private final boolean countsDownFirst;
    private final boolean allShared;
    private final Cell<Shared> shared;
    private final CellFamily<FileId, DaxEntry> entry;
    private final Model model;

    private Share(String name, Choices rules, Choices bounds) {
        this.countsDownFirst = rules.get("lastSharer").equals("countsDownFirst");
        this.allShared = bounds.get("firstFile").equals("shares");
        Seq<FileId> files = Vector.range(0, bounds.number("files")).map(FileId::new);
        ModelBuilder builder = Model.builder(name);
        this.shared = builder.cell("page", Shared.class, Shared.NONE);
        this.entry = builder.cells("entry", files, DaxEntry.class, file -> DaxEntry.ABSENT);
        files.forEach(file -> file(builder, file, countsDownFirst ? "6.2" : "6.1"));
        this.model = builder.build();
    }

    /** The family. */
    public static TabledFamily<Share> family() {
        return TabledFamily.table("share", "a page that several files share: who is the last")
                .rule(
                        "lastSharer",
                        "whether the count is tested after it goes down, or before",
                        "countsDownFirst testsFirst")
                .bound("files", "files", "2 1 3")
                .bound(
                        "firstFile",
                        "whether the first file to come shares too, or has the page for itself",
                        "shares owns")
                .variant("6.1", "index-- > 0 asks for the count before", "6.0 and 6.1", "lastSharer=testsFirst")
                .variant("6.2", "--share > 0 asks for the count after (169004265860)", "6.2 to 7.2", "")
                .madeBy(Share::new);
    }

    private void file(ModelBuilder builder, FileId file, String version) {
        builder.actor("file-" + file, Use.class, new Use.Associate())
                .step(
                        "f5",
                        "associate",
                        Source.kernel("fs/dax.c", "dax_associate_entry", version),
                        Use.Associate.class,
                        (at, view) -> associate(file, view))
                .step(
                        "t10",
                        "disassociate",
                        Source.kernel("fs/dax.c", "dax_disassociate_entry", version),
                        Use.Disassociate.class,
                        (at, view) -> disassociate(file, view));
    }

    /** {@code dax_mapping_set_cow}: a page that one file had for itself counts that file. */
    private Control associate(FileId file, StepView view) {
        Shared now = view.read(shared);
        if (now.marked() || now.isMapped() || allShared) {
            int before = now.marked() ? now.count() : now.isMapped() ? 1 : 0;
            view.write(shared, new Shared(Option.none(), true, before + 1));
        } else {
            view.write(shared, new Shared(Option.some(file), false, 0));
        }
        view.write(entry.of(file), DaxEntry.ABSENT.insert(PAGE));
        return new Use.Disassociate();
    }

    /** {@code dax_disassociate_entry}: while others share the page, it keeps the marker. */
    private Control disassociate(FileId file, StepView view) {
        Shared now = view.read(shared);
        int left = now.count() - 1;
        boolean othersLeft = now.marked() && (countsDownFirst ? left : now.count()) > 0;
        view.write(shared, othersLeft ? new Shared(Option.none(), true, left) : Shared.NONE);
        view.write(entry.of(file), DaxEntry.ABSENT);
        return Control.finished();
    }

    @Override
    public Model model() {
        return model;
    }

    /** What the page says. */
    public Cell<Shared> shared() {
        return shared;
    }

    /** The entries of the files. */
    public Seq<Cell<DaxEntry>> entries() {
        return entry.cells();
    }
}
