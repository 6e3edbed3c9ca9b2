package pagelife.checker.engine.code;

import io.vavr.collection.Vector;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.model.Event;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Step;
import pagelife.checker.model.StepView;

/**
 * What a step does along one path of its code: the ids it replaces. Applied to any state that agrees on what the path
 * read, it gives the state after.
 *
 * @param index the position among all effects of the run, from 0
 * @param choices the alternatives chosen, in order
 * @param choiceTexts the same for a reader
 * @param cells the cells written, the control cell among them
 * @param before their ids before
 * @param after their ids after
 * @param readCells the cells read along the path, implied reads of written cells included
 * @param readIds their ids when the path was first taken
 * @param wholeReads which of them were read whole: the others have, along the same path, any id whose part is equal
 * @param declaredReads which of them the step's code itself looked at; the others were only written
 * @param toldReads which of those a reader is told of: not those in which {@link StepView#finds} found nothing
 */
public record Effect(
        int index,
        Step step,
        int[] choices,
        Vector<String> choiceTexts,
        Vector<Event> events,
        int[] cells,
        int[] before,
        int[] after,
        int[] readCells,
        int[] readIds,
        boolean[] wholeReads,
        boolean[] declaredReads,
        boolean[] toldReads) {

    /** The index of an effect that was executed directly and is not kept. */
    static final int UNNUMBERED = -1;

    /** This effect with its place among all effects of the run. */
    Effect numbered(int place) {
        return new Effect(
                place,
                step,
                choices,
                choiceTexts,
                events,
                cells,
                before,
                after,
                readCells,
                readIds,
                wholeReads,
                declaredReads,
                toldReads);
    }

    /** Whether the step fails. */
    public boolean fails() {
        return events.exists(Failure.class::isInstance);
    }

    /** Whether every id it writes has room. */
    public boolean fits(Layout layout) {
        for (int i = 0; i < cells.length; i++) {
            if (!layout.fits(cells[i], after[i])) {
                return false;
            }
        }
        return true;
    }

    /** The id that {@code cell} has after, or -1 if the step does not write it. */
    public int written(int cell) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == cell) {
                return after[i];
            }
        }
        return -1;
    }

    /** The id of {@code cell} before, if the path read all of it, else -1. */
    public int known(int cell) {
        for (int i = 0; i < readCells.length; i++) {
            if (readCells[i] == cell) {
                return wholeReads[i] ? readIds[i] : -1;
            }
        }
        return -1;
    }

    /** Whether the step's code itself read {@code cell}, as a reader is told. */
    public boolean read(int cell) {
        for (int i = 0; i < readCells.length; i++) {
            if (readCells[i] == cell) {
                return toldReads[i];
            }
        }
        return false;
    }
}
