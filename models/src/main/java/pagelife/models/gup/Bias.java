package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;

import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;

/**
 * Pins and plain references of one small page: a pin adds the bias, the fast path in two steps. {@code
 * page_maybe_dma_pinned} asks whether the count has reached the bias.
 */
public final class Bias implements GupScene {
    /** The place at which a page is pinned. */
    private static final String PINNED = "g6";

    private final int bias;
    private final int added;
    private final int dropped;
    private final Cell<Page> page;
    private final Model model;
    private final Books books;

    Bias(String name, Choices rules, Choices bounds) {
        this.bias = bounds.number("bias");
        this.added = rules.get("pinAdds").equals("bias") ? bias : 1;
        this.dropped = rules.get("unpinDrops").equals("bias") ? bias : 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(1).addMappings(1)); // mapped once
        Tasks.named("get", bounds.number("gets")).forEach(task -> builder.task(task.name(), own -> getter(task)));
        Tasks.named("pin", bounds.number("pins")).forEach(task -> builder.task(task.name(), own -> pinner(task)));
        this.model = builder.build();
        this.books = GupScene.mapped(model, page);
    }

    private Script getter(TaskId task) {
        Holds held = Holds.shortly(task, PAGE, 1);
        return new Script()
                .fairness(NONE)
                .in("mm/gup.c", "try_grab_page", "6.1")
                .step("a1 get", now -> addUnlessZero(now, held))
                .in("mm/swap.c", "put_page", "6.1")
                .step("a2 put", now -> Counting.put(now, page, PAGE, 1, held.owner()))
                .has(held);
    }

    /** try_grab_folio of FOLL_PIN: +1 unless zero, then the rest of the bias. */
    private Script pinner(TaskId task) {
        Holds first = Holds.pin(task, PAGE, 1);
        Script pin = new Script()
                .fairness(NONE)
                .in("mm/gup.c", "try_grab_folio", "6.1")
                .step("g3 add unless zero", now -> addUnlessZero(now, first));
        if (added > 1) {
            pin.step("g3b add rest of bias", now -> Counting.get(now, page, PAGE, added - 1, first.owner()))
                    .has(first);
        }
        return pin.in("mm/gup.c", "gup_put_folio", "6.1")
                .step(PINNED + " unpin", now -> Counting.put(now, page, PAGE, dropped, first.owner()))
                .has(Holds.pin(task, PAGE, added));
    }

    private void addUnlessZero(Now now, Holds held) {
        if (!Counting.getUnlessZero(now, page, PAGE, 1, held.owner())) {
            now.end();
        }
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public Cell<Page> page() {
        return page;
    }

    @Override
    public boolean isPinned(View view) {
        return model.actors().exists(actor -> view.at(actor, at -> At.isAt(at, PINNED)));
    }

    /** What a pin adds to a count: {@code GUP_PIN_COUNTING_BIAS}, small here. */
    public int bias() {
        return bias;
    }
}
