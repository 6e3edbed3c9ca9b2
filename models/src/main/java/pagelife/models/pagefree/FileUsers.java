package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** Those who use a page of a file: a fault, a pin, a truncate. Coarse: what they do in detail is the FS-DAX family. */
public final class FileUsers {
    static final Mapping FILE = new Mapping.File(new EntryAt(new FileId(0), Index.FIRST));
    static final PteAt AT = new PteAt(new MmId(0), Index.FIRST);

    /** f5: the fault is about to come. */
    public record Fault() implements Control {}

    /** Where the pin is. */
    public sealed interface Pin extends Control {
        /** s1: before the page is pinned. */
        record Grab() implements Pin {}

        /** s3: the page is pinned. */
        record Pinned() implements Pin, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.pin(Kernel.PAGE, 1));
            }
        }
    }

    /** Where the truncate is. */
    public sealed interface Truncate extends Control {
        /** t3: before the page is unmapped. */
        record Unmap() implements Truncate {}

        /** t10: before the page is disassociated, once it is idle. */
        record Disassociate() implements Truncate {}
    }

    private final Kernel kernel;
    private final Cell<Pte> pte;

    FileUsers(Kernel kernel, Cell<Pte> pte) {
        this.kernel = kernel;
        this.pte = pte;
    }

    void declare(ModelBuilder model) {
        model.actor("fault", Fault.class, new Fault())
                .fairness(NONE)
                .step(
                        "f5",
                        "associate and map",
                        kernel.source("fs/dax.c", "dax_insert_entry"),
                        Fault.class,
                        this::fault);
        model.actor("gup", Pin.class, new Pin.Grab())
                .fairness(NONE)
                .step("s1", "grab page", kernel.source("mm/gup.c", "follow_page_pte"), Pin.Grab.class, this::s1)
                .step("s3", "unpin", kernel.source("mm/gup.c", "unpin_user_page"), Pin.Pinned.class, STRONG, this::s3);
        model.actor("truncate", Truncate.class, new Truncate.Unmap())
                .step(
                        "t3",
                        "unmap",
                        kernel.source("mm/memory.c", "unmap_mapping_range"),
                        Truncate.Unmap.class,
                        this::t3)
                .step(
                        "t10",
                        "disassociate",
                        kernel.source("fs/dax.c", "dax_disassociate_entry"),
                        Truncate.Disassociate.class,
                        this::t10);
    }

    private boolean counted() {
        return kernel.rules().path().unused() == 0;
    }

    private Control fault(Fault touch, StepView view) {
        view.write(kernel.mapping(), FILE);
        view.write(pte, counted() ? Pte.normal(Kernel.PAGE) : Pte.devmap(Kernel.PAGE));
        if (counted()) {
            kernel.get(view, new Owner.Mapping(AT));
        }
        return Control.finished();
    }

    private Control s1(Pin.Grab grab, StepView view) {
        return view.read(pte).isPresent() && kernel.getUnlessZero(view, pin()) ? new Pin.Pinned() : Control.finished();
    }

    private Control s3(Pin.Pinned pinned, StepView view) {
        kernel.put(view, pin());
        return Control.finished();
    }

    private static Owner pin() {
        return new Owner.Pin(new TaskId("gup"));
    }

    private Control t3(Truncate.Unmap unmap, StepView view) {
        boolean drop = view.read(pte).isCounted();
        view.write(pte, Pte.NONE);
        if (drop) {
            kernel.put(view, new Owner.Mapping(AT));
        }
        return new Truncate.Disassociate();
    }

    /** t10: a fault that comes after t3 keeps the page; here the truncate then gives up. */
    private Control t10(Truncate.Disassociate end, StepView view) {
        if (view.read(pte).isPresent()) {
            return Control.finished();
        }
        Page page = view.read(kernel.page());
        if (page.refs() != kernel.rules().path().unused()) {
            return view.waits();
        }
        view.write(kernel.mapping(), Mapping.NONE);
        return Control.finished();
    }
}
