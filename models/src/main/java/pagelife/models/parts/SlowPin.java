package pagelife.models.parts;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Begun;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * get_user_pages under {@code mmap_lock} and the page-table lock: mm/gup.c. Where nothing is mapped, or the pagemap is
 * dying, it ends empty-handed: that the kernel then runs a fault and tries again is a fault of the model and another
 * pin.
 *
 * @param task who pins
 * @param pins where its pins stand
 * @param at the page-table entry through which it pins
 * @param refs how many references a pin holds
 * @param target what is pinned, and how it is counted
 * @param pagemap the pagemap that is held meanwhile; empty where it is not
 */
public record SlowPin(TaskId task, Cell<Pins> pins, PteAt at, int refs, Target target, Option<Cell<Pagemap>> pagemap) {
    /** What is pinned. */
    public interface Target {
        /** The page that counts for the pin; empty where the entry has none that can be pinned. */
        Option<PageId> find(Now now);

        /** Takes the references of a pin. Returns whether it got them; where not, the kernel warns. */
        boolean grab(Now now, PageId page, Owner pin);
    }

    /**
     * The operation.
     *
     * @param walk what its first step stands for
     * @param putPagemap what its second step stands for, where there is one
     */
    public Script script(Source walk, Source putPagemap) {
        Script pin = new Script()
                .fairness(NONE)
                .leaves(this::pinned)
                .in(walk)
                .step("s1 grab page", this::grab)
                .statement("try_grab_folio(folio)")
                .has(Begun.NOT_YET);
        pagemap.forEach(held -> pin.owes(WEAK)
                .in(putPagemap)
                .step("s2 put pagemap", now -> PercpuRef.of(held).putMany(now, 1, self()))
                .has(Holds.shortly(task, Pagemap.Id.PAGEMAP, 1)));
        return pin;
    }

    private String pinned(View after) {
        return after.read(pins)
                .last()
                .map(pin -> task + " has pinned " + pin.page())
                .getOrElse(task + " has pinned nothing");
    }

    private Owner self() {
        return new Owner.Transient(task);
    }

    /** s1: atomic under PTL, against zaps though not against puts. */
    private void grab(Now now) {
        Option<PageId> page = target.find(now);
        boolean grabbed = page.isDefined()
                && pagemap.forAll(held -> now.read(held).isLive())
                && target.grab(now, page.get(), new Owner.Pin(task));
        if (!grabbed) {
            now.saw(page.isEmpty() ? "nothing to pin" : "no reference: give up");
            now.end(); // what was held of the pagemap is let go at once
            return;
        }
        now.change(pins, held -> held.take(Pin.through(at, page.get(), refs)));
        pagemap.forEach(held -> PercpuRef.of(held).trygetLive(now, self()));
    }
}
