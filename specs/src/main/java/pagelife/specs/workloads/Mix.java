package pagelife.specs.workloads;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import pagelife.models.Workload;

/**
 * Who does what: a program for each task, whatever the tasks are called. Each program is a word over the calls of an
 * {@link Alphabet}; a longer program stands before a shorter one, and of two of a length the smaller.
 *
 * @param programs the programs in this order, none of them empty
 */
public record Mix(Vector<Vector<Integer>> programs) {
    /** Longer first, then by letters. */
    static final Comparator<Vector<Integer>> ORDER =
            Comparator.<Vector<Integer>>comparingInt(program -> -program.size()).thenComparing(Mix::byLetters);

    /** The mix of these programs. */
    public static Mix of(Seq<Vector<Integer>> programs) {
        return new Mix(programs.toVector().sorted(ORDER));
    }

    private static int byLetters(Vector<Integer> one, Vector<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = Integer.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** How many calls there are. */
    int size() {
        return programs.map(Vector::size).sum().intValue();
    }

    /** Whether this comes before {@code other}, which has as many calls. */
    boolean isBefore(Mix other) {
        for (int i = 0; i < Math.min(programs.size(), other.programs.size()); i++) {
            int compared = ORDER.compare(programs.get(i), other.programs.get(i));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return programs.size() < other.programs.size();
    }

    /** In how many ways the programs can be given to as many tasks that have names. */
    long arrangements() {
        long ways = 1;
        Map<Vector<Integer>, Integer> met = new HashMap<>();
        for (int i = 0; i < programs.size(); i++) {
            int same = met.merge(programs.get(i), 1, Integer::sum);
            ways = ways * (i + 1) / same; // stays whole: a multinomial coefficient that grows by one task
        }
        return ways;
    }

    /**
     * Whether {@code other} is what is left of this when calls are left out: each task of it has one of this to itself,
     * which does at least as much in the same order.
     */
    boolean contains(Mix other) {
        return fits(other.programs, programs);
    }

    private static boolean fits(Vector<Vector<Integer>> inner, Vector<Vector<Integer>> outer) {
        if (inner.isEmpty()) {
            return true;
        }
        for (int i = 0; i < outer.size(); i++) {
            if (isWithin(inner.head(), outer.get(i)) && fits(inner.tail(), outer.removeAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Vector<Integer> inner, Vector<Integer> outer) {
        int met = 0;
        for (int i = 0; i < outer.size() && met < inner.size(); i++) {
            if (outer.get(i).equals(inner.get(met))) {
                met++;
            }
        }
        return met == inner.size();
    }

    /**
     * The workload after what is done before, each task called after the first word of what it does first, and numbered
     * where several are.
     */
    public Workload workload(Alphabet alphabet, Workload before) {
        Vector<String> names = names(alphabet);
        return programs.zip(names).foldLeft(before, (all, task) -> all.task(task._2(), text(task._1(), alphabet)));
    }

    private Vector<String> names(Alphabet alphabet) {
        Vector<String> plain = programs.map(program ->
                alphabet.calls().get(program.head()).operation().name().split(" ", 2)[0]);
        Map<String, Integer> met = new HashMap<>();
        return plain.map(name -> plain.count(name::equals) == 1 ? name : name + met.merge(name, 1, Integer::sum));
    }

    private static String text(Vector<Integer> program, Alphabet alphabet) {
        return program.map(alphabet::text).mkString("; ");
    }

    /** The programs in one line: {@code touch mm0 0 | truncate f}. */
    String text(Alphabet alphabet) {
        return programs.map(program -> text(program, alphabet)).mkString(" | ");
    }
}
