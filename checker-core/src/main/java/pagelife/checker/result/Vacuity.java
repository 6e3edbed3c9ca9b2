package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Step;
import pagelife.checker.property.Property;

/**
 * What did not happen in all that was explored, so that claims may hold for the wrong reason. If a limit stopped the
 * search, it may happen elsewhere.
 *
 * @param stepsNeverTaken the steps that were never taken
 * @param actorsNeverStarted the actors none of whose steps was ever taken
 * @param cellsNeverChanged the cells that no step changed
 * @param neverTrue the propositions of temporal properties that are true in no state
 * @param neverFalse those that are true in every state
 * @param premisesNeverMet the properties whose premise nothing meets
 * @param neverWitnessed the claims that something happens sometimes which nothing shows
 */
public record Vacuity(
        Seq<Step> stepsNeverTaken,
        Seq<Actor> actorsNeverStarted,
        Seq<Cell<?>> cellsNeverChanged,
        Seq<String> neverTrue,
        Seq<String> neverFalse,
        Seq<Property> premisesNeverMet,
        Seq<Property> neverWitnessed) {

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return stepsNeverTaken.isEmpty()
                && actorsNeverStarted.isEmpty()
                && cellsNeverChanged.isEmpty()
                && neverTrue.isEmpty()
                && neverFalse.isEmpty()
                && premisesNeverMet.isEmpty()
                && neverWitnessed.isEmpty();
    }
}
