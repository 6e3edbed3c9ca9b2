package pagelife.checker.model;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A task under declaration: an actor that goes through scripts. The scripts are asked only once all is declared. */
final class TaskBuilder extends Declared {
    private final String name;
    private final Cell<Control> control;
    private final int index;
    private final Route route;

    TaskBuilder(String name, Cell<Control> control, int index, Route route) {
        this.name = name;
        this.control = control;
        this.index = index;
        this.route = route;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    Class<? extends Control> family() {
        return At.class;
    }

    @Override
    Cell<Control> control() {
        return control;
    }

    @Override
    int index() {
        return index;
    }

    /** What its scripts agree on; where they do not, it is owed to their steps. */
    @Override
    Fairness owed() {
        Seq<Fairness> asked = route.running().map(Script::fairness).distinct();
        return asked.size() == 1 ? asked.head() : Fairness.NONE;
    }

    @Override
    Seq<StepSpec> steps() {
        return route.stretches().flatMap(stretch -> steps(stretch._1(), stretch._2()));
    }

    private Seq<StepSpec> steps(String operation, Script script) {
        return script.spots().flatMap(spot -> spot.ways().map(way -> step(operation, script, spot, way)));
    }

    private StepSpec step(String operation, Script script, Spot spot, Way way) {
        boolean differ = route.running().map(Script::fairness).distinct().size() > 1;
        return new StepSpec(
                operation,
                way.id(),
                way.text(),
                way.statement(),
                way.source(),
                way.definedIn(),
                control -> isAt(control, script, spot),
                (control, view) -> take((At) control, script, spot, way, view),
                way.timeout()
                        ? Fairness.NONE
                        : differ && script.fairness().compareTo(way.owed()) > 0 ? script.fairness() : way.owed(),
                way.timeout());
    }

    private boolean isAt(Control control, Script script, Spot spot) {
        return control instanceof At at && at.is(spot.name()) && route.script(at.call()) == script;
    }

    private Control take(At at, Script script, Spot spot, Way way, StepView view) {
        Now now = new Now(view, route, at.call(), Option.some(spot), at.carried(), HashSet.empty());
        try {
            way.code().take(now, Kept.inner(at.carried()));
        } catch (Now.Blocked blocked) {
            return view.waits();
        }
        Control next = now.next();
        if (!route.isEarly(at.call())) {
            if (next == Control.finished()) {
                requireNothingHeld(view, "ends");
            } else if (now.leaves() && script.returns()) {
                requireNothingHeld(view, "returns");
            }
        }
        return next;
    }

    /**
     * As {@code debug_check_no_locks_held()} in {@code do_exit()}, kernel/locking/lockdep.c, and the test for a leaked lock in
     * {@code process_one_work()}, kernel/workqueue.c, 6.12.
     */
    private void requireNothingHeld(StepView view, String now) {
        Seq<Lent<?>> held = route.task().lent().filter(one -> one.isHeldBy(name, view));
        if (!held.isEmpty()) {
            Seq<Borrowed> values = held.map(one -> one.read(view));
            throw Failure.Bug.ofTheEnd(name + " " + now + " and still "
                    + values.zipWith(held, (value, one) -> value.holding() + " " + one.cell())
                            .mkString(" and ")
                    + ": call " + values.map(Borrowed::release).distinct().mkString(" and ")
                    + " on every way to the end");
        }
    }

    @Override
    Seq<Fact> facts(Control control) {
        if (control instanceof At at) {
            Option<Spot> spot = route.script(at.call()).spot(at.place());
            return spot.isEmpty() ? Vector.empty() : spot.get().facts(Kept.inner(at.carried()));
        }
        return Vector.empty();
    }

    @Override
    Option<String> leaves(Control control, View after) {
        return control instanceof At at
                ? route.script(at.call()).left().map(words -> words.apply(after))
                : Option.none();
    }

    @Override
    boolean hasFacts() {
        return route.scripts().exists(script -> script.spots().exists(Spot::hasFacts));
    }

    @Override
    Seq<Fact> standing() {
        return route.scripts()
                .flatMap(Script::spots)
                .filter(Spot::carriesNothing)
                .flatMap(spot -> spot.facts(Nothing.NOTHING));
    }

    @Override
    boolean serves(Control control) {
        return control instanceof At at && route.script(at.call()).isRest(at.place());
    }

    @Override
    Seq<Class<?>> carries() {
        Seq<Class<?>> all = route.scripts().flatMap(Script::spots).map(Spot::carries);
        return all.distinct().remove(Nothing.class);
    }

    @Override
    Option<Program.Call> call(Control control) {
        return control instanceof At at ? route.call(at.call()) : Option.none();
    }

    @Override
    Seq<Program.Call> calls() {
        return route.calls();
    }

    @Override
    Option<Control> begin(StepView view) {
        return begin(route.programs() - 1, view);
    }

    /** Where it begins a program that comes before the model starts, by its number; see {@link Route}. */
    Option<Control> begin(int program, StepView view) {
        return Option.some(route.begin(program, view));
    }

    @Override
    void check() {
        route.scripts().filter(script -> script.spots().isEmpty()).forEach(script -> {
            throw new ModelException("task " + name + " has no step: nothing can happen; declare one");
        });
    }
}
