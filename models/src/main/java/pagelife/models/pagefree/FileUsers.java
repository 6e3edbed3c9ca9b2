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
    private static final PteAt AT = new PteAt(new MmId(0), Index.FIRST);

    /** Where each of them is. */
    public sealed interface At extends Control {
        /** The fault is about to come. */
        record Touch() implements At {}

        /** s1: before the page is pinned. */
        record Grab() implements At {}

        /** s3: the page is pinned. */
        record Pinned() implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.pin(Kernel.PAGE, 1));
            }
        }

        /** t3: before the page is unmapped. */
        record Unmap() implements At {}

        /** t10: before the page is disassociated, once it is idle. */
        record Disassociate() implements At {}
    }

    private final Kernel kernel;
    private final Cell<Pte> pte;

    FileUsers(Kernel kernel, Cell<Pte> pte) {
        this.kernel = kernel;
        this.pte = pte;
    }

    void declare(ModelBuilder model) {
        model.actor("fault", At.class, new At.Touch())
                .fairness(NONE)
                .step(
                        "f5",
                        "associate and map",
                        kernel.source("fs/dax.c", "dax_insert_entry"),
                        At.Touch.class,
                        this::fault)
                .without(At.Grab.class)
                .without(At.Pinned.class)
                .without(At.Unmap.class)
                .without(At.Disassociate.class);
        model.actor("gup", At.class, new At.Grab())
                .fairness(NONE)
                .step("s1", "grab page", kernel.source("mm/gup.c", "follow_page_pte"), At.Grab.class, this::s1)
                .step("s3", "unpin", kernel.source("mm/gup.c", "unpin_user_page"), At.Pinned.class, STRONG, this::s3)
                .without(At.Touch.class)
                .without(At.Unmap.class)
                .without(At.Disassociate.class);
        model.actor("truncate", At.class, new At.Unmap())
                .step("t3", "unmap", kernel.source("mm/memory.c", "unmap_mapping_range"), At.Unmap.class, this::t3)
                .step(
                        "t10",
                        "disassociate",
                        kernel.source("fs/dax.c", "dax_disassociate_entry"),
                        At.Disassociate.class,
                        this::t10)
                .without(At.Touch.class)
                .without(At.Grab.class)
                .without(At.Pinned.class);
    }

    private boolean counted() {
        return kernel.rules().path().unused() == 0;
    }

    private Control fault(At.Touch touch, StepView view) {
        view.write(kernel.mapping(), FILE);
        view.write(pte, counted() ? Pte.normal(Kernel.PAGE) : Pte.devmap(Kernel.PAGE));
        if (counted()) {
            kernel.get(view, new Owner.Mapping(AT));
        }
        return Control.finished();
    }

    private Control s1(At.Grab grab, StepView view) {
        return view.read(pte).isPresent() && kernel.getUnlessZero(view, pin()) ? new At.Pinned() : Control.finished();
    }

    private Control s3(At.Pinned pinned, StepView view) {
        kernel.put(view, pin());
        return Control.finished();
    }

    private static Owner pin() {
        return new Owner.Pin(new TaskId("gup"));
    }

    private Control t3(At.Unmap unmap, StepView view) {
        boolean drop = view.read(pte).isCounted();
        view.write(pte, Pte.NONE);
        if (drop) {
            kernel.put(view, new Owner.Mapping(AT));
        }
        return new At.Disassociate();
    }

    /** t10: a fault that comes after t3 keeps the page; here the truncate then gives up. */
    private Control t10(At.Disassociate end, StepView view) {
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
