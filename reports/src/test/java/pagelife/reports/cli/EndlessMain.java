package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/** A process whose search takes far longer than a test: for {@link ProcessTest}, which ends it. */
final class EndlessMain implements Family<EndlessMain.Counters>, FamilySpecs<EndlessMain.Counters> {
    /** Counters that count on, each for itself. */
    record Counters(Model model) implements Protocol {}

    record Counting() implements Control {}

    private static final int MANY = 1000;

    private EndlessMain() {}

    public static void main(String[] args) {
        System.exit(Main.run(Shelf.of(Vector.of(new EndlessMain())), args));
    }

    @Override
    public Counters build(Variant variant, Settings rules, Settings bounds, Workload workload) {
        ModelBuilder model = Model.builder("endless");
        for (int i = 0; i < 6; i++) {
            Cell<Integer> cell = model.cell("count" + i, Integer.class, 0);
            model.actor("actor" + i, Counting.class, new Counting())
                    .step("c", "count", Source.NONE, Counting.class, (at, view) -> {
                        view.write(cell, (view.read(cell) + 1) % MANY);
                        return at;
                    });
        }
        System.err.println("started");
        return new Counters(model.build());
    }

    @Override
    public Seq<Property> properties(Counters protocol) {
        return Vector.of(Invariant.always("truth", "true is true", view -> true));
    }

    @Override
    public Seq<Variant> variants() {
        return Vector.of(new Variant("endless", "one", "", "", Settings.NONE, Settings.NONE));
    }

    @Override
    public Family<Counters> family() {
        return this;
    }

    @Override
    public String name() {
        return "endless";
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public Seq<Setting> rules() {
        return Vector.empty();
    }

    @Override
    public Seq<Setting> bounds() {
        return Vector.empty();
    }

    @Override
    public Seq<Spec> specs() {
        return Vector.empty();
    }
}
