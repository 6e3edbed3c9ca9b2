package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.Task;
import pagelife.models.Choices;
import pagelife.models.Workload;
import pagelife.models.gup.GupRules.Amount;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unpin;

/**
 * Pins and plain references of one small page: a pin adds the bias, the fast path in two steps. {@code
 * page_maybe_dma_pinned} asks whether the count has reached the bias.
 */
public final class Bias implements GupScene {
    private final int bias;
    private final int added;
    private final int dropped;
    private final Cell<Page> page;
    private final Scene scene;

    /** How many plain references each task holds. */
    private LinkedHashMap<TaskId, Cell<Integer>> plain = LinkedHashMap.empty();

    Bias(String name, Choices rules, Choices bounds, Workload workload) {
        this.bias = bounds.get(GupRules.BIAS);
        this.added = amount(rules.get(GupRules.PIN_ADDS));
        this.dropped = amount(rules.get(GupRules.UNPIN_DROPS));
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(1).addMappings(1)); // mapped once
        Operations operations = Operations.of(
                Operation.of("get", "take a plain reference, unless the count is 0", this::get),
                Operation.of("put", "drop a plain reference", this::put).undoes("get"),
                Operation.of(Calls.PIN_FAST, "add what a pin adds, unless the count is 0", this::pin),
                unpin().undoes(Calls.PIN_FAST));
        workload.declare(builder, operations);
        Model model = builder.build();
        Books books = plain.foldLeft(
                GupScene.mapped(model, page),
                (all, held) -> all.holder(
                        held._2(),
                        (Integer refs) ->
                                refs == 0 ? Vector.empty() : Vector.of(Holds.shortly(held._1(), PAGE, refs))));
        this.scene = new Scene(model, operations, books, page);
    }

    private int amount(Amount rule) {
        return rule == Amount.BIAS ? bias : 1;
    }

    private Cell<Integer> plain(Task task) {
        Cell<Integer> refs = task.cell("refs", Integer.class, 0);
        plain = plain.put(TaskId.of(task), refs);
        return refs;
    }

    private Script get(Task task) {
        Cell<Integer> refs = plain(task);
        Owner owner = new Owner.Transient(TaskId.of(task));
        return new Script()
                .fairness(NONE)
                .in("mm/gup.c", "try_grab_page", "6.1")
                .step("a1 get", now -> {
                    if (Counting.getUnlessZero(now, page, PAGE, 1, owner)) {
                        now.change(refs, held -> held + 1);
                    }
                });
    }

    private Script put(Task task) {
        Cell<Integer> refs = plain(task);
        Owner owner = new Owner.Transient(TaskId.of(task));
        return new Script()
                .fairness(NONE)
                .begins(now -> endIf(now, now.read(refs) == 0))
                .in("mm/swap.c", "put_page", "6.1")
                .step("a2 put", now -> {
                    now.change(refs, held -> held - 1);
                    Counting.put(now, page, PAGE, 1, owner);
                });
    }

    /** try_grab_folio of FOLL_PIN: +1 unless zero, then the rest of the bias. */
    private Script pin(Task task) {
        Cell<Pins> pins = Pins.of(task);
        Holds first = Holds.pin(TaskId.of(task), PAGE, 1);
        Script pin = new Script().fairness(NONE).in("mm/gup.c", "try_grab_folio", "6.1");
        if (added == 1) {
            return pin.step("g3 add unless zero", now -> {
                if (Counting.getUnlessZero(now, page, PAGE, 1, first.owner())) {
                    take(now, pins);
                }
            });
        }
        return pin.step(
                        "g3 add unless zero",
                        now -> endIf(now, !Counting.getUnlessZero(now, page, PAGE, 1, first.owner())))
                .step("g3b add rest of bias", now -> {
                    Counting.get(now, page, PAGE, added - 1, first.owner());
                    take(now, pins);
                })
                .has(first);
    }

    private void take(Now now, Cell<Pins> pins) {
        now.change(pins, held -> held.take(Pin.of(PAGE, added)));
    }

    /** gup_put_folio: it takes off what it thinks a pin adds. */
    private Operation unpin() {
        return new Unpin(
                        Source.kernel("mm/gup.c", "gup_put_folio", "6.1"),
                        (now, pin, owner) -> Counting.put(now, page, PAGE, dropped, owner))
                .last();
    }

    private static void endIf(Now now, boolean over) {
        if (over) {
            now.end();
        }
    }

    @Override
    public Scene scene() {
        return scene;
    }

    /** What a pin adds to a count: {@code GUP_PIN_COUNTING_BIAS}, small here. */
    public int bias() {
        return bias;
    }
}
