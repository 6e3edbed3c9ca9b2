package pagelife.specs.kept;

import io.vavr.collection.Seq;

/**
 * A step that was taken, and did not do what it did when the run was kept.
 *
 * @param step which step of the run, from 1
 * @param taken it, as it was kept: {@code gup: s3}
 * @param cells the cells that came to hold something else
 */
public record Divergence(int step, String taken, Seq<Difference> cells) {
    /**
     * A cell that came to hold something else.
     *
     * @param cell its name
     * @param kept what it came to hold when the run was kept; what it held before where it was not changed
     * @param now what it comes to hold
     */
    public record Difference(String cell, String kept, String now) {
        @Override
        public String toString() {
            return cell + " was " + kept + ", and is " + now;
        }
    }
}
