package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;

/** A program that maps P2PDMA memory: drivers/pci/p2pdma.c p2pmem_alloc_mmap. */
public final class PeerUser {
    /** Where it is. */
    public sealed interface At extends Control {
        /** p1: before the memory is allocated. */
        record Allocate() implements At {}

        /** p2: the driver holds the page; before it is mapped. */
        record Insert() implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(Kernel.PAGE, 1));
            }
        }

        /** p3: the page is mapped; the driver still holds it too. */
        record LetGo() implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(Kernel.PAGE, 2));
            }
        }

        /** p4: the page is mapped. */
        record Mapped() implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(Kernel.PAGE, 1));
            }
        }

        /** The page could not be mapped. */
        record Refused() implements At {}
    }

    private final Kernel kernel;
    private final TaskId task;
    private final Owner entry;

    PeerUser(Kernel kernel, TaskId task) {
        this.kernel = kernel;
        this.task = task;
        this.entry = new Owner.Transient(task);
    }

    void declare(ModelBuilder model) {
        String file = "drivers/pci/p2pdma.c";
        model.actor(task.name(), At.class, new At.Allocate())
                .fairness(NONE)
                .step("p1", "allocate", kernel.source(file, "p2pmem_alloc_mmap"), At.Allocate.class, this::p1)
                .step("p2", "map", kernel.source("mm/memory.c", "vm_insert_page"), At.Insert.class, WEAK, this::p2)
                .step(
                        "p3",
                        "let page go",
                        kernel.source(file, "p2pmem_alloc_mmap"),
                        At.LetGo.class,
                        WEAK,
                        (at, view) -> put(view, new At.Mapped()))
                .step(
                        "p4",
                        "munmap",
                        kernel.source("mm/memory.c", "zap_pte_range"),
                        At.Mapped.class,
                        (at, view) -> put(view, Control.finished()))
                .step(
                        "p2f",
                        "give up",
                        kernel.source(file, "p2pmem_alloc_mmap"),
                        At.Refused.class,
                        WEAK,
                        (at, view) -> Control.finished());
    }

    /** p1: from 7.2 on the driver sets the count to 1 itself; before, that was the count of an unused page. */
    private Control p1(At.Allocate allocate, StepView view) {
        if (view.read(kernel.custody()) != Custody.FREE) {
            return view.waits();
        }
        kernel.handOut(view, entry);
        if (kernel.rules().path().unused() == 0) {
            kernel.get(view, new Owner.Transient(task));
        }
        return new At.Insert();
    }

    private Control p2(At.Insert insert, StepView view) {
        return kernel.getUnlessZero(view, entry) ? new At.LetGo() : new At.Refused();
    }

    private Control put(StepView view, Control next) {
        kernel.put(view, entry);
        return next;
    }
}
