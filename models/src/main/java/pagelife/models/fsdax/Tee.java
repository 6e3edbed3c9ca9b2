package pagelife.models.fsdax;

import static pagelife.checker.model.Fairness.NONE;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Task;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;

/** Another reference of a page for who holds a pin of it, who need not look at the count: a pipe that is duplicated. */
record Tee(Kernel kernel, PageId page) {
    Script script(Task task) {
        Cell<Pins> pins = Pins.of(task);
        return new Script()
                .fairness(NONE)
                .begins(now -> {
                    if (now.read(pins).last(page).isEmpty()) {
                        now.end();
                    }
                })
                .in(kernel.source("fs/pipe.c", "generic_pipe_buf_get"))
                .step("d1 get again", now -> again(now, pins, new Owner.Pin(TaskId.of(task))))
                .statement("try_get_page(buf->page)");
    }

    private void again(Now now, Cell<Pins> pins, Owner owner) {
        Pin pin = now.read(pins).last(page).get();
        kernel.references().get(now, page, owner);
        now.change(pins, held -> held.take(new Pin(page, 1, pin.through())));
    }
}
