package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.ClaimProgram;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.Point;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * What can be done in a state, from tries of what the model's code was seen to do: it runs once for all states that
 * agree on what it reads. States are ids of values here, one for each cell. One thread's own.
 */
final class Deeds {
    private static final String CHOICE = "next = ";

    private final Model model;
    private final Memo memo;
    private final Reading reading;
    private final Actor[] actors;
    /** The effects met, by their index. */
    private final List<Deed> known = new ArrayList<>();
    /** The numbers of events with their subjects. */
    private final Map<Label, Integer> things = new HashMap<>();
    /** For each actor, by the id of where it is, its steps there. */
    private final Step[][][] steps;

    /**
     * What can be done in {@code model}.
     *
     * @param watches the claims that states and steps can be asked about
     */
    Deeds(Model model, Reading reading, Seq<Watch> watches) {
        this.model = model;
        this.reading = reading;
        this.memo = new Memo(new Cells(model), watches);
        this.actors = model.actors().toJavaArray(Actor[]::new);
        this.steps = new Step[actors.length][][];
        Arrays.setAll(steps, actor -> new Step[0][]);
    }

    Model model() {
        return model;
    }

    /** The states that a run may start in. */
    Seq<int[]> initial() {
        Seq<int[]> all = model.initialStates().map(memo.cells()::intern);
        memo.layOut();
        return all;
    }

    /** The boxed state of these ids. */
    State state(int[] ids) {
        return memo.cells().box(ids);
    }

    /** Where an actor is. */
    Control at(int[] ids, int actor) {
        return (Control) value(ids, actors[actor].control());
    }

    /** Whether an actor has nothing left to do. */
    boolean rests(int[] ids, int actor) {
        Control at = at(ids, actor);
        return actors[actor].rests(at)
                && (!(at instanceof At place)
                        || place.operation().equals(Recorded.NEXT.name())
                        || at.equals(Control.finished()));
    }

    private Object value(int[] ids, Cell<?> cell) {
        return memo.cells().domain(cell.index()).value(ids[cell.index()]);
    }

    /** A state to be asked. */
    @SuppressWarnings("unchecked") // a cell's domain holds values of its type only
    View view(int[] ids) {
        return new View() {
            @Override
            public <T> T read(Cell<T> cell) {
                return (T) value(ids, cell);
            }
        };
    }

    /** The number of what a label is about, whatever it counts. */
    int thing(Label label) {
        return things.computeIfAbsent(label.uncounted(), unknown -> things.size());
    }

    /** Adds what an actor can do in a state to {@code found}; a step that fails is none that a run goes on from. */
    void of(int[] ids, int actor, List<Deed> found) {
        for (Step step : steps(actor, ids[actors[actor].control().index()])) {
            follow(memo.steps()[step.index()].root(), ids, found);
        }
    }

    private Step[] steps(int actor, int at) {
        Step[][] byPlace = steps[actor];
        if (at >= byPlace.length) {
            byPlace = Arrays.copyOf(byPlace, Math.max(at + 1, 2 * byPlace.length));
            steps[actor] = byPlace;
        }
        if (byPlace[at] == null) {
            int cell = actors[actor].control().index();
            Control control = (Control) memo.cells().domain(cell).value(at);
            byPlace[at] =
                    actors[actor].steps().filter(step -> step.startsAt(control)).toJavaArray(Step[]::new);
        }
        return byPlace[at];
    }

    private void follow(Point from, int[] ids, List<Deed> found) {
        Point point = descend(from, ids);
        if (point.kind == Point.Kind.CHOOSE) {
            for (int i = 0; i < point.next.length; i++) {
                follow(point.afterChoice(i), ids, found);
            }
        } else if (point.outcome instanceof Effect effect && !effect.fails()) {
            found.add(deed(effect, point));
        }
    }

    /** Where code that has come to {@code from} chooses or ends. */
    private Point descend(Point from, int[] ids) {
        Point point = from;
        while (point.kind != Point.Kind.END && point.kind != Point.Kind.CHOOSE) {
            if (point.kind == Point.Kind.READ) {
                point = point.afterRead(ids[point.cell]);
            } else {
                memo.resolve(point, ids);
            }
        }
        return point;
    }

    private Deed deed(Effect effect, Point end) {
        while (known.size() <= effect.index()) {
            known.add(null);
        }
        Deed deed = known.get(effect.index());
        if (deed == null) {
            deed = read(effect, end);
            known.set(effect.index(), deed);
        }
        return deed;
    }

    private Deed read(Effect effect, Point end) {
        Seq<Label> labels = reading.labels(new Seen(memo.cells(), effect));
        boolean isAnnounced = labels.headOption().exists(first -> reading.announces(first.event()));
        Seq<Label> shows = isAnnounced ? labels.tail() : labels;
        return new Deed(
                effect,
                end,
                begins(effect),
                isAnnounced ? thing(labels.head()) : Deed.NOTHING,
                shows,
                shows.toJavaStream().mapToInt(this::thing).toArray());
    }

    private static Option<String> begins(Effect effect) {
        Step step = effect.step();
        return Option.when(
                step.operation().equals(Recorded.NEXT.name()),
                () -> effect.choiceTexts()
                        .find(choice -> choice.startsWith(CHOICE))
                        .map(choice -> choice.substring(CHOICE.length()))
                        .getOrElse(() -> step.actor().calls().last().toString()));
    }

    /** Whether a state breaks a claim that is watched. */
    boolean isBroken(int[] ids) {
        for (ClaimProgram claim : memo.claims()) {
            if (descend(claim.root(), ids).outcome != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step that is taken in a state breaks a claim that is watched. */
    boolean isBroken(Deed deed, int[] before) {
        for (Point follower : deed.end().followers) {
            if (descend(follower, before).outcome != null) {
                return true;
            }
        }
        return false;
    }
}
