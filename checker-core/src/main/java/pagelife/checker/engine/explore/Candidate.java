package pagelife.checker.engine.explore;

import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Effect;

/**
 * A state that shows what a watch is for; for a step property, the state before and the effect that breaks it. Layouts
 * come and go, so the state is kept as ids.
 */
public record Candidate(int[] ids, Effect effect) {
    /**
     * Whether this one is to be preferred: by the text of its state, then by the order of the step and of its choices.
     * The order depends on no id, so that every run and any number of threads prefer the same.
     */
    boolean before(Candidate other, Cells cells) {
        int order = cells.compare(ids, other.ids);
        if (order != 0 || effect == null) {
            return order < 0;
        }
        int steps = effect.step().index() - other.effect.step().index();
        return steps != 0 ? steps < 0 : java.util.Arrays.compare(effect.choices(), other.effect.choices()) < 0;
    }
}
