package pagelife.checker.engine.walk;

import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;

/**
 * A model of the shape of the benchmark {@code dax}, which this module cannot see, and of its size class: pages that
 * are mapped and unmapped, each mapping counted, and three actors that read an entry, count, look again, and put. Each
 * of those goes its way freely, so that their places are what a clustered search keeps near.
 */
public final class PinnedPages {
    /** How many actors pin. */
    static final int PINS = 3;

    private static final int PAGES = 3;
    private static final int SPACES = 2;

    private record Running() implements Control {}

    private sealed interface Pin extends Control {}

    private record Idle() implements Pin {}

    private record Looked(int slot) implements Pin {}

    private record Got(int slot) implements Pin {}

    private record Verified(int page) implements Pin {}

    private final ModelBuilder builder = Model.builder("pinned pages");
    private final CellFamily<Integer, Integer> refs =
            builder.cells("ref", Vector.range(0, PAGES), Integer.class, page -> 0);
    private final CellFamily<Integer, Boolean> entries =
            builder.cells("pte", Vector.range(0, PAGES * SPACES), Boolean.class, slot -> false);

    private PinnedPages() {}

    public static Model model() {
        PinnedPages pages = new PinnedPages();
        for (int space = 0; space < SPACES; space++) {
            pages.space(space);
        }
        for (int pin = 0; pin < PINS; pin++) {
            pages.pin("pin" + pin);
        }
        return pages.builder.build();
    }

    /** The cells that say where the actors that pin are. */
    public static Vector<Cell<?>> places(Model model) {
        return Vector.range(0, PINS).map(pin -> model.actor("pin" + pin).control());
    }

    private void space(int number) {
        ActorBuilder<Running> actor = builder.actor("mm" + number, Running.class, new Running());
        for (int page = 0; page < PAGES; page++) {
            int mapped = page;
            Cell<Boolean> entry = entries.of(number * PAGES + page);
            actor.step("fault " + page, "", Source.NONE, Running.class, (at, view) -> {
                if (view.read(entry)) {
                    return view.waits();
                }
                view.write(entry, true);
                add(view, mapped, 1);
                return at;
            });
            actor.step("unmap " + page, "", Source.NONE, Running.class, (at, view) -> {
                if (!view.read(entry)) {
                    return view.waits();
                }
                view.write(entry, false);
                add(view, mapped, -1);
                return at;
            });
        }
    }

    private void pin(String name) {
        ActorBuilder<Pin> actor = builder.actor(name, Pin.class, new Idle());
        for (int slot = 0; slot < PAGES * SPACES; slot++) {
            int looked = slot;
            Cell<Boolean> entry = entries.of(slot);
            actor.step(
                    "look " + slot,
                    "",
                    Source.NONE,
                    Idle.class,
                    (at, view) -> view.read(entry) ? new Looked(looked) : view.waits());
        }
        actor.step("get", "", Source.NONE, Looked.class, (at, view) -> {
            if (view.read(refs.of(at.slot() % PAGES)) == 0) {
                return new Idle();
            }
            add(view, at.slot() % PAGES, 1);
            return new Got(at.slot());
        });
        actor.step("verify", "", Source.NONE, Got.class, (at, view) -> {
            if (view.read(entries.of(at.slot()))) {
                return new Verified(at.slot() % PAGES);
            }
            add(view, at.slot() % PAGES, -1);
            return new Idle();
        });
        actor.step("unpin", "", Source.NONE, Verified.class, (at, view) -> {
            add(view, at.page(), -1);
            return new Idle();
        });
    }

    private void add(StepView view, int page, int change) {
        view.write(refs.of(page), view.read(refs.of(page)) + change);
    }
}
