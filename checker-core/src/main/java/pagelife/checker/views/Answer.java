package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.property.Property;

/**
 * What views say of a claim.
 *
 * @param claim the claim
 * @param proof how it is proved for any number of members; empty where it is not
 * @param resists what resists: a configuration that cannot be told from one that breaks the claim; empty where it is
 *     proved, or where there is another reason
 * @param reason why it is not proved, where nothing resists; may be empty
 */
public record Answer(Property claim, Option<Proof> proof, Option<Resisting> resists, String reason) {
    /**
     * How a claim is proved.
     *
     * @param members how many members a view shows
     * @param mode how the claim was judged
     * @param tried how many states that are made up, of more members, break the claim: what the mode assumes holds of
     *     each
     */
    public record Proof(int members, Mode mode, int tried) {}

    /**
     * A configuration that breaks the claim, and may or may not be part of a state that can be reached.
     *
     * @param state it, with no more members than are in sight
     * @param unowned how much of each count those out of sight would have to hold, by the name of what is counted
     * @param idle tasks of the model that are not in it: they lend their names to some out of sight
     * @param named of these the names that are used: each stands for one, or for several that are named alike
     * @param steps the steps by which it came to be seen, of one member and another
     */
    public record Resisting(State state, Seq<String> unowned, Seq<Actor> idle, Seq<String> named, Seq<String> steps) {
        /** The cells that show something: all but those of tasks that are not in it. */
        public Seq<Cell<?>> cells() {
            return state.model()
                    .cells()
                    .reject(cell -> idle.exists(actor ->
                            cell == actor.control() || state.model().owner(cell).contains(actor)));
        }
    }

    /** Whether it holds for any number of members. */
    public boolean isProved() {
        return proof.isDefined();
    }
}
