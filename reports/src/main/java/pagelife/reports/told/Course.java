package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.IntFunction;
import pagelife.checker.model.Cell;
import pagelife.checker.result.Trace;

/**
 * What a cell holds from a moment of a run without end on: one value after the other, and what it holds where the run
 * stays.
 */
record Course(Trace trace, Cell<?> cell, int moment) {
    /** More values than this are counted. */
    private static final int MOST = 3;

    /**
     * The course behind the value of the moment: empty if that lasts.
     *
     * @param what the value at a moment, in words
     * @param many what values are called where they are only counted
     */
    String told(IntFunction<String> what, String many) {
        int loop = trace.loopStart().getOrElse(trace.length());
        Seq<Integer> changes = changes(moment);
        Seq<Integer> inLoop = changes(loop);
        if (inLoop.nonEmpty()) {
            Seq<String> values = inLoop.prepend(loop).map(what::apply).distinct();
            return between(changes.filter(at -> at < loop), what, many)
                    + ", and in the loop "
                    + (values.size() > MOST ? values.size() + " " + many : values.mkString(" and "));
        }
        if (changes.isEmpty()) {
            return "";
        }
        String since = changes.size() == 1 ? "then" : "step " + changes.last();
        return between(changes.init(), what, many) + ", and " + what.apply(changes.last()) + " from " + since + " on";
    }

    /** The moments after one at which it holds something else than before. */
    private Seq<Integer> changes(int after) {
        return Vector.rangeClosed(after + 1, trace.length())
                .filter(at ->
                        !trace.before(at - 1).read(cell).equals(trace.before(at).read(cell)));
    }

    private static String between(Seq<Integer> changes, IntFunction<String> what, String many) {
        return changes.size() > MOST
                ? ", then " + changes.size() + " other " + many
                : changes.map(at -> ", then " + what.apply(at)).mkString();
    }
}
