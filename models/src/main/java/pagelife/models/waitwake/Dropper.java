package pagelife.models.waitwake;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import java.util.function.Consumer;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;

/** Who drops a reference and wakes: {@code put_devmap_managed_page}, {@code wake_up_var}. */
public final class Dropper {
    private static final Source PUT = Source.kernel("mm/memremap.c", "__put_devmap_managed_page_refs", "6.1");
    private static final Source WAKE = Source.kernel("kernel/sched/wait_bit.c", "wake_up_var", "6.1");

    /** K3: it looks for waiters next, before or after the reference is dropped. */
    public static final String LOOK = "k3";

    /** K4: it wakes next. */
    public static final String WAKES = "k4";

    /** K1, where it has looked for waiters already. */
    private static final Place<Boolean> PUT_LATE = Place.of("k1", Boolean.class);

    private final Pages pages;
    private final Rules rules;
    private final PageId page;
    private final Owner owner;
    private final Consumer<Now> letsGo;

    /** @param letsGo says in the state that the reference is not held any more */
    Dropper(Pages pages, Rules rules, PageId page, Owner owner, Consumer<Now> letsGo) {
        this.pages = pages;
        this.rules = rules;
        this.page = page;
        this.owner = owner;
        this.letsGo = letsGo;
    }

    Script script() {
        Script drop = new Script().fairness(NONE);
        return (rules.changesFirst() ? changeThenLook(drop) : lookThenChange(drop))
                .in(WAKE)
                .owes(WEAK)
                .step("k4 wake", this::wake)
                .statement("__wake_up(wq)");
    }

    private Script changeThenLook(Script script) {
        return script.in(PUT)
                .owes(STRONG)
                .step("k1 put", now -> endUnless(now, put(now)))
                .statement("page_ref_sub_and_test(page)")
                .in(WAKE)
                .owes(WEAK)
                .step("k3 look for waiters", now -> endUnless(now, isQueued(now)))
                .statement("if (waitqueue_active(wq))");
    }

    private Script lookThenChange(Script script) {
        return script.in(WAKE)
                .owes(STRONG)
                .step("k3 look for waiters", now -> now.hand(isQueued(now)))
                .statement("if (waitqueue_active(wq))")
                .in(PUT)
                .owes(WEAK)
                .step(PUT_LATE, "k1 put", (now, active) -> endUnless(now, put(now) && active))
                .statement("page_ref_sub_and_test(page)");
    }

    private boolean isQueued(Now now) {
        boolean active = pages.waiters(page).isActive(now);
        now.saw(active ? "somebody is queued" : "nobody is queued");
        return active;
    }

    private static void endUnless(Now now, boolean goesOn) {
        if (!goesOn) {
            now.end();
        }
    }

    /** K1: whether the count is one at which a put wakes. */
    private boolean put(Now now) {
        letsGo.accept(now);
        int left = 0;
        for (int i = 0; i < rules.puts(); i++) {
            left = Counting.put(now, pages.page(page), page, 1, owner);
        }
        boolean wakes = left == rules.wakesAt();
        now.saw(
                wakes ? "wake" : "no wake at refs %s",
                now.read(pages.page(page)).refs());
        return wakes;
    }

    /** K4. */
    private void wake(Now now) {
        WaitQueueHead waiters = pages.waiters(page).named(rules.wakerKey());
        if (rules.exclusive()) {
            waiters.wakeUp(now);
        } else {
            waiters.wakeUpAll(now);
        }
    }
}
