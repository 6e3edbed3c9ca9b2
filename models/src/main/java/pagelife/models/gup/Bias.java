package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.models.Choices;
import pagelife.models.page.Counting;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;

/**
 * Pins and plain references of one small page: a pin adds the bias, the fast path in two steps. {@code
 * page_maybe_dma_pinned} asks whether the count has reached the bias.
 */
public final class Bias implements GupScene {
    /** Where a user of the page is. */
    public sealed interface At extends Control {
        /** Before it takes a reference. */
        record Get() implements At {}

        /** g3b: it has added 1 of the bias. */
        record AddRest() implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(PAGE, 1));
            }
        }

        /** It holds a plain reference. */
        record Got() implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(PAGE, 1));
            }
        }

        /** It holds a pin. */
        record Pinned(int bias) implements At, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.pin(PAGE, bias));
            }
        }
    }

    private final int bias;
    private final Cell<Page> page;
    private final Model model;

    Bias(String name, Choices bounds) {
        this.bias = bounds.number("bias");
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.class, Page.unused(1).addMappings(1)); // mapped once
        Tasks.named("get", bounds.number("gets")).forEach(task -> getter(builder, task));
        Tasks.named("pin", bounds.number("pins")).forEach(task -> pinner(builder, task));
        this.model = builder.build();
    }

    private void getter(ModelBuilder builder, TaskId task) {
        Owner owner = new Owner.Transient(task);
        builder.actor(task.name(), At.class, new At.Get())
                .fairness(NONE)
                .step("a1", "get", gup("try_grab_page"), At.Get.class, (at, view) -> {
                    Counting.getUnlessZero(view, page, PAGE, 1, owner);
                    return new At.Got();
                })
                .step("a2", "put", Source.kernel("mm/swap.c", "put_page", "6.1"), At.Got.class, (at, view) -> {
                    Counting.put(view, page, PAGE, 1, owner);
                    return Control.finished();
                })
                .without(At.AddRest.class)
                .without(At.Pinned.class);
    }

    /** try_grab_folio of FOLL_PIN: +1 unless zero, then the rest of the bias. */
    private void pinner(ModelBuilder builder, TaskId task) {
        Owner owner = new Owner.Pin(task);
        builder.actor(task.name(), At.class, new At.Get())
                .fairness(NONE)
                .step("g3", "add unless zero", gup("try_grab_folio"), At.Get.class, (at, view) -> {
                    Counting.getUnlessZero(view, page, PAGE, 1, owner);
                    return new At.AddRest();
                })
                .step("g3b", "add rest of bias", gup("try_grab_folio"), At.AddRest.class, (at, view) -> {
                    Counting.get(view, page, PAGE, bias - 1, owner);
                    return new At.Pinned(bias);
                })
                .step("g6", "unpin", gup("gup_put_folio"), At.Pinned.class, (at, view) -> {
                    Counting.put(view, page, PAGE, bias, owner);
                    return Control.finished();
                })
                .without(At.Got.class);
    }

    private static Source gup(String function) {
        return Source.kernel("mm/gup.c", function, "6.1");
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Cell<Page> page() {
        return page;
    }

    /** What a pin adds to a count: {@code GUP_PIN_COUNTING_BIAS}, small here. */
    public int bias() {
        return bias;
    }
}
