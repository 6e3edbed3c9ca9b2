package pagelife.specs.workloads;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Sort;

/**
 * Ways to rename the calls of an alphabet that change nothing but names: permutations of the values of some sorts. The
 * first one renames nothing.
 *
 * @param all for each renaming the letter that each letter becomes
 */
record Renamings(Vector<Vector<Integer>> all) {
    /** No renaming but the one that changes nothing. */
    static Renamings none(Alphabet alphabet) {
        return new Renamings(Vector.of(identity(alphabet)));
    }

    /** All permutations of the values of each of these sorts. */
    static Renamings of(Alphabet alphabet, Seq<Sort<?>> sorts) {
        LinkedHashSet<Vector<Integer>> found = LinkedHashSet.of(identity(alphabet));
        Seq<Vector<Integer>> exchanges = sorts.flatMap(sort -> exchanges(alphabet, sort));
        int before;
        do { // exchanges of neighbours make every permutation
            before = found.size();
            found = found.addAll(
                    found.toVector().flatMap(renaming -> exchanges.map(exchange -> renaming.map(exchange::get))));
        } while (found.size() > before);
        return new Renamings(found.toVector());
    }

    /** The exchanges of neighbours of a sort, as far as the alphabet has a call for each. */
    static Seq<Vector<Integer>> exchanges(Alphabet alphabet, Sort<?> sort) {
        Vector<?> values = sort.values().toVector();
        return Vector.range(1, values.size())
                .map(i -> Vector.range(0, alphabet.size())
                        .map(letter -> alphabet.exchanged(letter, sort, values.get(i - 1), values.get(i))
                                .getOrElse(letter)));
    }

    private static Vector<Integer> identity(Alphabet alphabet) {
        return Vector.range(0, alphabet.size());
    }

    /** What a mix becomes. */
    static Mix applied(Vector<Integer> renaming, Mix mix) {
        return Mix.of(mix.programs().map(program -> program.map(renaming::get)));
    }

    /** The first of all that {@code mix} becomes: the one that stands for them. */
    Mix first(Mix mix) {
        Mix least = mix;
        for (Vector<Integer> renaming : all.tail()) {
            Mix image = applied(renaming, mix);
            least = image.isBefore(least) ? image : least;
        }
        return least;
    }

    /** Whether {@code outer} contains {@code inner}, whatever the names are. */
    boolean contains(Mix outer, Mix inner) {
        return all.exists(renaming -> outer.contains(applied(renaming, inner)));
    }
}
