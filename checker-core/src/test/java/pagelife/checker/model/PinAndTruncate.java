package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;

/** The protocol on the package page: a pin, a truncate that waits for it, a wake-up that may be forgotten. */
record PinAndTruncate(Model model, Seq<Property> claims) {
    // begin of the page
    static PinAndTruncate protocol(boolean unpinWakes) {
        ModelBuilder m = Model.builder("pin and truncate");
        Cell<Integer> refs = m.cell("refs", 2); // 1 when the page is idle
        Cell<Boolean> pinned = m.cell("pinned", true);
        Cell<Boolean> queued = m.cell("queued", false);
        Cell<Boolean> freed = m.cell("freed", false);

        m.task("gup").in("mm/gup.c", "unpin_user_page", "6.1").step("s3 unpin", now -> {
            now.write(pinned, false);
            if (now.change(refs, n -> n - 1) == 1 && unpinWakes) {
                now.write(queued, false);
            }
        });

        m.task("truncate")
                .in("fs/dax.c", "dax_layout_busy_page", "6.1")
                .step("t4 page busy?", now -> {
                    if (now.read(refs) == 1) {
                        now.go("t11");
                    }
                })
                .in("include/linux/wait_bit.h", "___wait_var_event", "6.1")
                .step("t5 queue", now -> now.write(queued, true))
                .step("t6 page idle?", now -> {
                    if (now.read(refs) == 1) {
                        now.write(queued, false);
                        now.go("t4");
                    }
                })
                .step("t8 wake up", now -> {
                    now.await(!now.read(queued));
                    now.go("t5");
                })
                .in("fs/ext4/extents.c", "ext4_ext_remove_space", "6.1")
                .step("t11 free blocks", now -> now.write(freed, true));

        return new PinAndTruncate(
                m.build(),
                Vector.of(
                        Invariant.always(
                                "INV-4", "a freed block is not pinned", s -> !s.read(freed) || !s.read(pinned)),
                        new Sometimes("W-1", "the truncate queues", s -> s.read(queued))));
    }
    // end of the page
}
