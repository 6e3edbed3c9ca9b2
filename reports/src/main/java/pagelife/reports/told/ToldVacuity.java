package pagelife.reports.told;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.property.Property;
import pagelife.checker.result.Vacuity;

/**
 * What did not happen.
 *
 * @param stepsNeverTaken steps that no run takes
 * @param actorsNeverStarted actors that never take any
 * @param cellsNeverChanged cells that no step changes
 * @param neverTrue parts of claims that are never true
 * @param neverFalse parts of claims that are never false
 * @param premisesNeverMet claims whose premise is never met
 * @param neverWitnessed claims that no run shows
 */
public record ToldVacuity(
        Seq<StepName> stepsNeverTaken,
        Seq<String> actorsNeverStarted,
        Seq<CellName> cellsNeverChanged,
        Seq<String> neverTrue,
        Seq<String> neverFalse,
        Seq<String> premisesNeverMet,
        Seq<String> neverWitnessed)
        implements Part {
    /**
     * A step.
     *
     * @param actor whose it is
     * @param label its id and what it does
     */
    public record StepName(String actor, String label) {
        @Override
        public String toString() {
            return actor + ": " + label;
        }
    }

    /**
     * A cell.
     *
     * @param name its name
     * @param placeOf the actor whose place it holds; empty if it holds something else
     */
    public record CellName(String name, String placeOf) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static ToldVacuity of(Vacuity vacuity, Seq<Actor> actors) {
        return new ToldVacuity(
                vacuity.stepsNeverTaken().map(step -> new StepName(step.actor().name(), step.label())),
                vacuity.actorsNeverStarted().map(Actor::name),
                vacuity.cellsNeverChanged().map(cell -> new CellName(cell.name(), placeOf(cell, actors))),
                vacuity.neverTrue(),
                vacuity.neverFalse(),
                vacuity.premisesNeverMet().map(Property::name),
                vacuity.neverWitnessed().map(Property::name));
    }

    private static String placeOf(Cell<?> cell, Seq<Actor> actors) {
        return actors.find(actor -> actor.control() == cell).map(Actor::name).getOrElse("");
    }
}
