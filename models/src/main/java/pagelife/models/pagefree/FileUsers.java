package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.Task;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.Mapping;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Insert;
import pagelife.models.parts.SlowPin;
import pagelife.models.parts.Unpin;
import pagelife.models.parts.Zap;

/** Those who use a page of a file: a fault, a pin, a truncate. Coarse: what they do in detail is the FS-DAX family. */
final class FileUsers {
    static final Mapping FILE = Mapping.of(new EntryAt(new FileId(0), Index.FIRST));
    static final PteAt AT = new PteAt(new MmId(0), Index.FIRST);

    private final Kernel kernel;
    private final Cell<Pte> pte;
    private final Insert insert;

    FileUsers(Kernel kernel, Cell<Pte> pte) {
        this.kernel = kernel;
        this.pte = pte;
        this.insert = Insert.of(kernel.rules().freePath().unused() == 0, page -> kernel.page());
    }

    /** A fault that finds the page. */
    Script fault() {
        boolean xarray = !kernel.rules().era().isBefore(Era.V5_3RC);
        return new Script()
                .fairness(NONE)
                .in(kernel.source("fs/dax.c", xarray ? "dax_insert_entry" : "dax_insert_mapping_entry"))
                .step("f5 associate and map", this::map)
                .statement("page->mapping = mapping; set_pte_at()");
    }

    /** A pin through the entry. */
    Script pin(Task task) {
        Source walk = kernel.source("mm/gup.c", "follow_page_pte");
        return new SlowPin(TaskId.of(task), Pins.of(task), AT, 1, new Mapped(kernel, pte), Option.none())
                .script(walk, walk);
    }

    /** The page, where it is mapped. */
    private record Mapped(Kernel kernel, Cell<Pte> pte) implements SlowPin.Target {
        @Override
        public Option<PageId> find(Now now) {
            return now.read(pte).page();
        }

        @Override
        public boolean grab(Now now, PageId page, Owner pin) {
            return kernel.getUnlessZero(now, pin);
        }
    }

    /** The end of the pin that was taken last. */
    Operation unpin() {
        return new Unpin(putOfPin(), (now, pin, owner) -> kernel.put(now, owner)).last();
    }

    /** A truncate of the file. */
    Script truncate() {
        return new Script()
                .in(kernel.source("mm/memory.c", "unmap_mapping_range"))
                .step("t3 unmap", this::unmap)
                .in(kernel.source("fs/dax.c", "dax_disassociate_entry"))
                .step("t10 disassociate", this::disassociate)
                .statement("page->mapping = NULL");
    }

    private Source putOfPin() {
        return kernel.rules().era().isBefore(Era.V5_10)
                ? kernel.source("include/linux/mm.h", "put_page")
                : kernel.source("mm/gup.c", "unpin_user_page");
    }

    private void map(Now now) {
        kernel.map(now, FILE);
        insert.set(now, AT, pte, Kernel.PAGE);
    }

    private void unmap(Now now) {
        if (now.read(pte).equals(Pte.NONE)) {
            now.saw("nothing mapped");
            return;
        }
        Zap.clear(now, AT, pte, page -> kernel.page()).forEach(page -> kernel.put(now, new Owner.Mapping(AT)));
    }

    /** t10: a fault that comes after t3 keeps the page; here the truncate then gives up. */
    private void disassociate(Now now) {
        if (now.read(pte).isPresent()) {
            now.saw("mapped still: leave it");
            return;
        }
        int refs = now.read(kernel.page()).refs();
        now.await(refs == kernel.rules().freePath().unused());
        now.saw("idle? yes, refs %s", refs);
        kernel.map(now, Mapping.NONE);
    }
}
