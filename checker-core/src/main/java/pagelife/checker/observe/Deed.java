package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Point;

/**
 * What a step does along one path of its code, and what a recording shows of it.
 *
 * @param effect what it does
 * @param end where the path ends, with the claims about steps to be asked there
 * @param begins the call that it begins, if it is the step between two operations
 * @param announcedBy the number of the event and subjects that are seen before it is done, or {@link #NOTHING}
 * @param shows the labels that are seen when it is done, in order
 * @param things for each of these the number of its event and subjects
 */
record Deed(Effect effect, Point end, Option<String> begins, int announcedBy, Seq<Label> shows, int[] things) {
    /** In place of the number of what announces a step that nothing announces. */
    static final int NOTHING = -1;

    /** Whether it may be taken although nothing is seen of it. */
    boolean isHidden() {
        return things.length == 0 && announcedBy == NOTHING && begins.isEmpty();
    }

    /** The state after it. */
    int[] after(int[] ids) {
        int[] after = ids.clone();
        int[] cells = effect.cells();
        int[] values = effect.after();
        for (int i = 0; i < cells.length; i++) {
            after[cells[i]] = values[i];
        }
        return after;
    }
}
