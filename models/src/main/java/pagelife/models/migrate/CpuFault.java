package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;

/** Where a CPU fault on a device-private page is. {@code own} references on the page are its own. */
public sealed interface CpuFault extends Control {
    /** p1: the CPU has touched the memory. */
    record Touch() implements CpuFault {}

    /** p4: before the driver is called through the page. */
    record Call(int own) implements CpuFault, Holder {
        @Override
        public Seq<Held> held() {
            return device(own);
        }
    }

    /** p5: the page is isolated and locked, which holds another reference; before its count is checked. */
    record Check(int own) implements CpuFault, Holder {
        @Override
        public Seq<Held> held() {
            return device(own + 1);
        }
    }

    /** p6: before the entry refers to the host page. */
    record Replace(int own) implements CpuFault, Holder {
        @Override
        public Seq<Held> held() {
            return device(own + 1);
        }
    }

    /** p7: before the fault lets go of the page. */
    record LetGo(boolean again) implements CpuFault, Holder {
        @Override
        public Seq<Held> held() {
            return device(1);
        }
    }

    private static Seq<Held> device(int refs) {
        return refs == 0 ? Vector.empty() : Vector.of(Held.shortly(Kernel.DEVICE, refs));
    }
}
