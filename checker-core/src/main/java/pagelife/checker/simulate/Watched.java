package pagelife.checker.simulate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;

/**
 * Which claims a walk decides, and when. A claim about states is asked again only after a step that wrote what it read
 * when it was asked last. One walk at a time; claims about runs are asked at its end.
 */
public final class Watched {
    private final Seq<AboutStates> aboutStates;
    private final Seq<StepProperty> aboutSteps;
    private final Seq<NoDeadlock> aboutEnds;
    private final Seq<Temporal> aboutRuns;
    private final Map<Property, Integer> shown = new LinkedHashMap<>();
    private int steps;

    /* Another one each time, for whoever looks from beside; nothing while no code of the model runs. */
    private volatile Running running;

    /** A run of code of the model: of a step, or of a claim. */
    static final class Running {
        private final Object code;

        private Running(Object code) {
            this.code = code;
        }

        @Override
        public String toString() {
            return code instanceof Step step
                    ? "actor " + step.actor() + ", step " + step.label()
                    : "property " + ((Property) code).name();
        }
    }

    /** Claims, and with them that no step fails. */
    public Watched(Seq<Property> claims) {
        Vector<AboutStates> states = Vector.empty();
        Vector<StepProperty> taken = Vector.empty();
        Vector<NoDeadlock> ends = Vector.empty();
        for (Property claim : claims.append(StepProperty.NO_FAILURE).distinct()) {
            states = states.appendAll(claim.accept(STATES));
            taken = claim instanceof StepProperty step ? taken.append(step) : taken;
            ends = claim instanceof NoDeadlock end ? ends.append(end) : ends;
        }
        this.aboutStates = states;
        this.aboutSteps = taken;
        this.aboutEnds = ends;
        this.aboutRuns = claims.flatMap(Property::aboutRuns).distinct();
    }

    /** What is looked for in the states: what breaks a claim, or shows it. */
    private static final Property.Cases<Seq<AboutStates>> STATES = new Property.Cases<>() {
        @Override
        public Seq<AboutStates> invariant(Invariant claim) {
            return Vector.of(new AboutStates(claim, claim.holds().negate()));
        }

        @Override
        public Seq<AboutStates> sometimes(Sometimes claim) {
            return Vector.of(new AboutStates(claim, claim.happens()));
        }

        @Override
        public Seq<AboutStates> step(StepProperty claim) {
            return Vector.empty();
        }

        @Override
        public Seq<AboutStates> noDeadlock(NoDeadlock claim) {
            return Vector.empty();
        }

        @Override
        public Seq<AboutStates> temporal(Temporal claim) {
            return Vector.empty();
        }
    };

    /** A claim with the cells that it read when it was asked last. */
    private static final class AboutStates {
        private final Property claim;
        private final Answers decided;
        private final BitSet read = new BitSet();

        AboutStates(Property claim, Predicate<View> decided) {
            this.claim = claim;
            this.decided = new Answers(decided);
        }

        boolean isDecidedIn(State state) {
            read.clear();
            return decided.in(state, read::set);
        }
    }

    /** What runs now, if anything does; null otherwise. */
    Running running() {
        return running;
    }

    /** The moves of a step, which runs meanwhile. */
    Seq<Move> moves(State state, Step step) {
        running = new Running(step);
        try {
            return Move.in(state, step);
        } finally {
            running = null;
        }
    }

    private boolean asked(Property claim, BooleanSupplier answer) {
        running = new Running(claim);
        try {
            return answer.getAsBoolean();
        } catch (ModelException e) {
            throw new ModelException("property " + claim.name() + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(
                    "property " + claim.name() + " threw " + e + ": a claim must not throw; fix it", e);
        } finally {
            running = null;
        }
    }

    /** A walk begins. */
    public void begin(State initial) {
        shown.clear();
        steps = 0;
        aboutStates.forEach(claim -> ask(claim, initial));
    }

    /** It takes a step. */
    public void took(Move move) {
        steps++;
        for (StepProperty claim : aboutSteps) {
            if (!shown.containsKey(claim) && !asked(claim, () -> claim.holds().test(move))) {
                shown.put(claim, steps);
            }
        }
        if (move.fails()) {
            return; // the state is that before
        }
        BitSet written = new BitSet();
        written.set(move.step().actor().control().index());
        move.writes().forEach(cell -> written.set(cell.index()));
        for (AboutStates claim : aboutStates) {
            if (claim.read.intersects(written)) {
                ask(claim, move.to());
            }
        }
    }

    private void ask(AboutStates claim, State state) {
        if (!shown.containsKey(claim.claim) && asked(claim.claim, () -> claim.isDecidedIn(state))) {
            shown.put(claim.claim, steps);
        }
    }

    /** It is at a state in which nobody can go on. */
    public void stuck(State state) {
        if (state.model().actors().forAll(actor -> actor.rests(state.at(actor)))) {
            return;
        }
        for (NoDeadlock claim : aboutEnds) {
            if (!asked(claim, () -> claim.allowed().test(state))) {
                shown.putIfAbsent(claim, steps);
            }
        }
    }

    /** It is over: what it did may be done again for ever. */
    public void ended(Run walk) {
        for (Temporal claim : aboutRuns) {
            asked(claim, () -> {
                new Endless(claim).length(walk).forEach(length -> shown.put(claim, length));
                return true;
            });
        }
    }

    /** What it has decided, each with the number of steps until then: claims that are broken, or shown to happen. */
    public Map<Property, Integer> shown() {
        return shown;
    }
}
