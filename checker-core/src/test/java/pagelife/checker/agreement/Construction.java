package pagelife.checker.agreement;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import pagelife.checker.agreement.Blueprint.ActorPlan;
import pagelife.checker.agreement.Blueprint.Answer;
import pagelife.checker.agreement.Blueprint.Ask;
import pagelife.checker.agreement.Blueprint.CellPlan;
import pagelife.checker.agreement.Blueprint.Choose;
import pagelife.checker.agreement.Blueprint.ClaimPlan;
import pagelife.checker.agreement.Blueprint.Code;
import pagelife.checker.agreement.Blueprint.Fail;
import pagelife.checker.agreement.Blueprint.Finish;
import pagelife.checker.agreement.Blueprint.Formula;
import pagelife.checker.agreement.Blueprint.Go;
import pagelife.checker.agreement.Blueprint.Read;
import pagelife.checker.agreement.Blueprint.StepPlan;
import pagelife.checker.agreement.Blueprint.Tell;
import pagelife.checker.agreement.Blueprint.Write;
import pagelife.checker.model.Actor;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.model.StepView;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;

/** Builds the model and the claims of a {@link Blueprint}. */
final class Construction {
    private static final int LOCALS = 3;

    /** A place; whoever gets to one without steps is stuck. */
    sealed interface Place extends Control {
        int local();
    }

    private record First(int local) implements Place {}

    private record Second(int local) implements Place {}

    private record Third(int local) implements Place {}

    private record Fourth(int local) implements Place {}

    private static final List<Class<? extends Place>> PLACES =
            List.of(First.class, Second.class, Third.class, Fourth.class);

    private record Told(int number) implements Event {}

    private final Blueprint blueprint;
    private final List<Cell<Integer>> cells = new ArrayList<>();
    private final Model model;

    Construction(Blueprint blueprint) {
        this.blueprint = blueprint;
        ModelBuilder builder = Model.builder("random");
        List<ActorBuilder<Place>> actors = new ArrayList<>();
        for (int a = 0; a < blueprint.actors().size(); a++) {
            actors.add(builder.actor("actor" + a, Place.class, place(0, 0)));
        }
        for (CellPlan plan : blueprint.cells()) {
            pad(builder);
            String name = "cell" + cells.size();
            cells.add(
                    plan.owner() < 0
                            ? builder.cell(name, Integer.class, plan.initial())
                            : actors.get(plan.owner()).cell(name, Integer.class, plan.initial()));
        }
        for (int a = 0; a < actors.size(); a++) {
            steps(actors.get(a), blueprint.actors().get(a));
        }
        if (!blueprint.starts().isEmpty()) {
            builder.startsIn(state -> state);
            blueprint.starts().forEach(values -> builder.startsIn(state -> start(state, values)));
        }
        model = builder.build();
    }

    private void pad(ModelBuilder builder) {
        int padding = blueprint.padding() / blueprint.cells().size();
        for (int i = 0; i < padding; i++) {
            builder.cell("padding" + cells.size() + "." + i, Boolean.class, false);
        }
    }

    private State start(State state, List<Integer> values) {
        State changed = state;
        for (int c = 0; c < values.size(); c++) {
            changed = changed.with(cells.get(c), values.get(c));
        }
        return changed;
    }

    Model model() {
        return model;
    }

    // Steps.

    private static Place place(int number, int local) {
        return switch (number) {
            case 0 -> new First(local);
            case 1 -> new Second(local);
            case 2 -> new Third(local);
            default -> new Fourth(local);
        };
    }

    private void steps(ActorBuilder<Place> actor, ActorPlan plan) {
        for (Class<? extends Place> place : PLACES) {
            if (plan.steps().stream().noneMatch(step -> PLACES.get(step.place()) == place)) {
                actor.step("idle" + PLACES.indexOf(place), "", Source.NONE, place, (at, view) -> view.waits());
            }
        }
        int number = 0;
        if (plan.serves()) {
            actor.serves();
        }
        for (StepPlan step : plan.steps()) {
            actor.step(
                    "s" + number++,
                    "",
                    Source.NONE,
                    PLACES.get(step.place()),
                    (at, view) -> run(step.code(), at.local(), view));
        }
    }

    private Control run(Code code, int register, StepView view) {
        if (code instanceof Read read) {
            int value = read(view, read.cell(), read.part(), read.next().size());
            return run(branch(read.next(), value), value, view);
        }
        if (code instanceof Choose choose) {
            int value = view.choose("choice", Vector.range(0, choose.alternatives()));
            return run(branch(choose.next(), value), value, view);
        }
        if (code instanceof Write write) {
            int value = write.plus() + (write.relative() ? register : 0);
            int domain = blueprint.cells().get(write.cell()).domain();
            view.write(cells.get(write.cell()), value % domain);
            return run(write.next(), register, view);
        }
        if (code instanceof Tell tell) {
            view.tell(new Told(tell.number()));
            return run(tell.next(), register, view);
        }
        if (code instanceof Go go) {
            return place(go.place(), go.keep() ? register % LOCALS : 0);
        }
        if (code instanceof Fail) {
            throw new IllegalStateException("register " + register);
        }
        return code instanceof Finish ? Control.finished() : view.waits();
    }

    /** The value, or the part of it that makes a difference where there are so many sides. */
    private int read(View view, int cell, boolean part, int sides) {
        return part ? view.read(cells.get(cell), value -> value % sides) : view.read(cells.get(cell));
    }

    private int read(View view, Ask ask) {
        return read(view, ask.about(), ask.part(), ask.next().size());
    }

    private int at(View view, Ask ask) {
        Actor actor = actor(ask.about());
        return ask.part() ? view.at(actor, Construction::number) : number(view.at(actor));
    }

    private static <T> T branch(List<T> branches, int value) {
        return branches.get(value % branches.size());
    }

    // Claims.

    Seq<Property> properties() {
        Vector<Property> properties = Vector.empty();
        for (ClaimPlan plan : blueprint.claims()) {
            properties = properties.append(property(plan, plan.kind() + " " + properties.size()));
        }
        return properties;
    }

    /** What a formula about states says. */
    Predicate<View> holds(Formula formula) {
        return view -> holds(formula, view);
    }

    private Property property(ClaimPlan plan, String name) {
        Formula formula = plan.formula();
        return switch (plan.kind()) {
            case INVARIANT -> new Invariant(name, "", Option.none(), view -> holds(formula, view));
            case INVARIANT_WITH_PREMISE ->
                Invariant.whenever(name, "", view -> holds(plan.premise(), view), view -> holds(formula, view));
            case SOMETIMES -> new Sometimes(name, "", view -> holds(formula, view));
            case STEP -> new StepProperty(name, "", taken -> holds(formula, taken));
            case NO_DEADLOCK -> new NoDeadlock(name, "", view -> holds(formula, view));
        };
    }

    private boolean holds(Formula formula, View view) {
        return decide(formula, ask -> switch (ask.question()) {
            case CELL -> read(view, ask);
            case PLACE -> at(view, ask);
            default -> throw new IllegalStateException(ask.question() + " is no question about a state");
        });
    }

    private boolean holds(Formula formula, Transition taken) {
        return decide(formula, ask -> switch (ask.question()) {
            case CELL -> read(taken.before(), ask);
            case PLACE -> at(taken.before(), ask);
            case AFTER -> read(taken.after(), ask);
            case PLACE_AFTER -> at(taken.after(), ask);
            case HAS_READ -> taken.hasRead(cells.get(ask.about())) ? 1 : 0;
            case WROTE -> taken.wrote(cells.get(ask.about())) ? 1 : 0;
            case EVENTS -> taken.events().count(event -> event.equals(new Told(ask.about())));
            case ACTOR -> taken.actor() == actor(ask.about()) ? 1 : 0;
        });
    }

    private static boolean decide(Formula formula, ToIntFunction<Ask> answers) {
        Formula at = formula;
        while (at instanceof Ask ask) {
            at = branch(ask.next(), answers.applyAsInt(ask));
        }
        return ((Answer) at).yes();
    }

    private Actor actor(int index) {
        return model.actors().get(index);
    }

    private static int number(Control at) {
        return at == Control.finished() ? PLACES.size() : PLACES.indexOf(at.getClass());
    }
}
