package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/**
 * A page that is pinned while somebody else frees it: five lines of protocol, so that every verdict can be seen by eye.
 */
public final class ToyFamily implements Family<ToyFamily.Toy>, FamilySpecs<ToyFamily.Toy> {
    /** The protocol. */
    public record Toy(Model model, Cell<Page> page) implements Protocol {}

    /** The page. */
    public record Page(int refs, boolean freed) {}

    /** A get from nothing. */
    public record GetFromZero(String page) implements Event {
        @Override
        public String toString() {
            return "get of " + page + " at count 0";
        }
    }

    sealed interface Pin extends Control {
        record Look() implements Pin {}

        record Grab(int seen) implements Pin {}
    }

    sealed interface Free extends Control {
        record Put() implements Free {}

        record Reuse() implements Free {}
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String summary() {
        return "A page that is pinned while somebody else frees it.";
    }

    @Override
    public Seq<Setting> rules() {
        return Vector.of(
                new Setting("getUnlessZero", "whether a pin refuses a page at count 0", Vector.of("yes", "no")));
    }

    @Override
    public Seq<Setting> bounds() {
        return Vector.of(new Setting("pins", "how many tasks pin", Vector.of("1", "2", "0")));
    }

    @Override
    public Seq<Variant> variants() {
        return Vector.of(
                new Variant("toy", "good", "get unless zero", "5.0 .. 6.0", Settings.NONE, Settings.NONE),
                new Variant(
                        "toy",
                        "racy",
                        "get without a look",
                        "4.0 .. 4.20",
                        Settings.NONE.with("getUnlessZero", "no"),
                        Settings.NONE),
                new Variant("toy", "faulty", "waits after a write", "none", Settings.NONE, Settings.NONE));
    }

    @Override
    public Toy build(Variant variant, Settings rules, Settings bounds, Workload workload) {
        boolean careful =
                variant.rules().and(rules).get("getUnlessZero").getOrElse("yes").equals("yes");
        int pins = Integer.parseInt(variant.bounds().and(bounds).get("pins").getOrElse("1"));
        if (pins == 0) {
            throw new IllegalArgumentException("pins (0) must be at least 1: nothing would happen");
        }
        ModelBuilder model = Model.builder(variant.fullName());
        Cell<Page> page = model.cell("page(P0)", Page.class, new Page(1, false));
        for (int i = 0; i < pins; i++) {
            pin(model, "pin" + i, page, careful);
        }
        boolean faulty = variant.name().equals("faulty");
        model.actor("free", Free.class, new Free.Put())
                .step("p1", "put", Source.kernel("mm/swap.c", "put_page", "6.1"), Free.Put.class, (at, view) -> {
                    if (faulty) {
                        view.write(page, new Page(7, false)); // and no step may wait that has written
                        return view.waits();
                    }
                    Page now = view.read(page);
                    view.write(page, new Page(now.refs() - 1, now.freed()));
                    return new Free.Reuse();
                })
                .step("p2", "free when the last reference is gone", Source.NONE, Free.Reuse.class, (at, view) -> {
                    Page now = view.read(page);
                    if (now.refs() > 0) {
                        return view.waits();
                    }
                    view.write(page, new Page(0, true));
                    return Control.finished();
                });
        return new Toy(model.build(), page);
    }

    private static void pin(ModelBuilder model, String name, Cell<Page> page, boolean careful) {
        model.actor(name, Pin.class, new Pin.Look())
                .step(
                        "g1",
                        "read the count",
                        Source.kernel("mm/gup.c", "try_get_page", "6.1"),
                        Pin.Look.class,
                        (at, view) -> new Pin.Grab(view.read(page).refs()))
                .step("g2", "add one", Source.kernel("mm/gup.c", "try_get_page", "6.1"), Pin.Grab.class, (at, view) -> {
                    Page now = view.read(page);
                    if (careful && now.refs() == 0) {
                        return Control.finished();
                    }
                    if (now.refs() == 0) {
                        view.tell(new GetFromZero("P0"));
                    }
                    view.write(page, new Page(now.refs() + 1, now.freed()));
                    return Control.finished();
                });
    }

    @Override
    public Family<Toy> family() {
        return this;
    }

    @Override
    public Seq<Property> properties(Toy toy) {
        return Vector.of(
                Invariant.always("SAFE-1 NoUse", "a freed page has no reference", view -> {
                    Page page = view.read(toy.page());
                    return !page.freed() || page.refs() == 0;
                }),
                new StepProperty(
                        "SAFE-2 NoResurrect",
                        "no step gets a page at count 0",
                        step -> step.events().isEmpty()),
                new Sometimes(
                        "SOME-1 Freed",
                        "the page is freed",
                        view -> view.read(toy.page()).freed()),
                NoDeadlock.strict(),
                Invariant.whenever(
                        "SAFE-3 Never",
                        "a page with five references is not freed",
                        view -> view.read(toy.page()).refs() == 5,
                        view -> !view.read(toy.page()).freed()));
    }

    @Override
    public Seq<Spec> specs() {
        return Vector.of(
                spec("toy/good", "toy/good", expect("SAFE-1 NoUse", Verdict.HOLDS), expect("SOME-1", Verdict.HOLDS)),
                spec(
                        "toy/racy",
                        "toy/racy",
                        new Expectation("SAFE-1 NoUse", Verdict.VIOLATED, Option.some(4)),
                        new Expectation("SAFE-2 NoResurrect", Verdict.VIOLATED, Option.some(3))));
    }

    private static Expectation expect(String property, Verdict verdict) {
        return new Expectation(property, verdict, Option.none());
    }

    private static Spec spec(String id, String variant, Expectation... expectations) {
        return new Spec(id, variant, Settings.NONE, Settings.NONE, Vector.of(expectations), "nowhere", "seen by eye");
    }
}
