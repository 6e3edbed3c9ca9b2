package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/**
 * Explains recordings: is there a run of a model of which this was seen? For any model; a recorded task is a task of it
 * with a program such as {@link Recorded#program}.
 *
 * @param model what might have run
 * @param reading what a recording shows of its steps
 * @param effort how much is done to find out
 */
public record Observer(Model model, Reading reading, Effort effort) {

    /** Explains recordings with the usual effort. */
    public Observer(Model model, Reading reading) {
        this(model, reading, Effort.USUAL);
    }

    /**
     * A run that explains a recording, or where it stops being one.
     *
     * @throws pagelife.checker.model.ModelException if the model breaks its promises, or has no actor of a name that
     *     the recording gives
     */
    public Answer explain(Seq<Observation> recording) {
        Deeds deeds = new Deeds(model, reading, Vector.empty());
        Course course = new Course(model, recording, deeds);
        Search.Ending end = new Search(deeds, course, effort, false).run();
        if (end.isSpent()) {
            return new Undecided(
                    end.reached(),
                    Option.when(end.reached() < recording.size(), () -> recording.get(end.reached())),
                    end.made());
        }
        Trail way = end.nodes().get(0).trail();
        Explanation run = new Replay(model, reading, course, way, end.reached()).explanation(end.made());
        return end.reached() == recording.size() ? run : blockage(course, end, run, deeds);
    }

    private Blockage blockage(Course course, Search.Ending end, Explanation before, Deeds deeds) {
        Observation at = course.observation(end.reached());
        int task = course.task(end.reached());
        Vector<Node> nodes = Vector.ofAll(end.nodes());
        Seq<State> states = nodes.filter(node -> node.owed().of(task).isEmpty())
                .map(node -> deeds.state(node.ids()))
                .distinct();
        return new Blockage(
                at,
                before,
                new Standings(reading).of(states, at.actors()),
                nodes.map(node -> node.owed().of(task))
                        .filter(Seq::nonEmpty)
                        .distinct()
                        .take(Blockage.MOST),
                end.made());
    }

    /**
     * Whether claims were kept in what was recorded: one that the run found breaks is broken only if no other run
     * explains the recording and keeps it. Claims about states and steps are asked all along; that nobody is stuck, at
     * the end, where nobody begins anything any more. Claims of other kinds are left out.
     *
     * @param recording a recording, or as much of it as is explained
     * @param found a run that explains it
     */
    public Seq<Judgement> judge(Seq<Observation> recording, Explanation found, Seq<Property> claims) {
        return claims.flatMap(claim -> {
            if (claim instanceof NoDeadlock end) {
                return Option.some(judge(recording, new Stillness(model, reading, end)));
            }
            return Option.when(
                    claim instanceof Invariant || claim instanceof StepProperty,
                    () -> found.keeps(claim)
                            ? new Judgement(claim, Judgement.Outcome.KEPT, Option.none())
                            : judge(recording, claim));
        });
    }

    private Judgement judge(Seq<Observation> recording, Property claim) {
        Watch.Role role = claim instanceof Invariant ? Watch.Role.BROKEN_STATE : Watch.Role.BROKEN_STEP;
        Deeds deeds = new Deeds(model, reading, Vector.of(new Watch(0, claim, role, model)));
        Search.Ending end = new Search(deeds, new Course(model, recording, deeds), effort, true).run();
        if (end.isSpent()) {
            return new Judgement(claim, Judgement.Outcome.UNDECIDED, Option.none());
        }
        return end.reached() == recording.size()
                ? new Judgement(claim, Judgement.Outcome.KEPT, Option.none())
                : new Judgement(claim, Judgement.Outcome.BROKEN, Option.some(recording.get(end.reached())));
    }

    /** Broken where some run ends with somebody stuck, and none with nobody. */
    private Judgement judge(Seq<Observation> recording, Stillness end) {
        Answer well = explain(end.after(recording, true));
        Answer stuck = well instanceof Blockage ? explain(end.after(recording, false)) : well;
        boolean isOpen = well instanceof Undecided || stuck instanceof Undecided;
        boolean isBroken = !isOpen && well instanceof Blockage && stuck instanceof Explanation;
        return new Judgement(
                end.claim(),
                isOpen ? Judgement.Outcome.UNDECIDED : isBroken ? Judgement.Outcome.BROKEN : Judgement.Outcome.KEPT,
                isBroken ? recording.lastOption() : Option.none());
    }
}
