package pagelife.specs.workloads;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;

/**
 * Which operations of a protocol are tried: all but narrower forms of others, unless somebody says otherwise.
 *
 * @param without the names of operations that are not tried
 * @param with the names of operations of which narrower forms are tried, too
 */
public record Selection(Seq<String> without, Seq<String> with) {
    /** What is tried where nobody says otherwise. */
    public static final Selection USUAL = new Selection(Vector.empty(), Vector.empty());

    /**
     * The operations of {@code all} that are tried, in their order.
     *
     * @throws IllegalArgumentException for a name that no operation has, or that is both wanted and not
     */
    Seq<Operation> of(Operations all) {
        requireKnown(all);
        return all.all()
                .reject(one -> without.contains(one.name()))
                .filter(one -> isWide(one) || with.contains(one.name()));
    }

    private static boolean isWide(Operation one) {
        return one.narrower().isEmpty();
    }

    /** Why an operation that is not tried is not. */
    String why(Operation leftOut) {
        return without.contains(leftOut.name()) ? "it was asked not to be tried" : leftOut.narrower();
    }

    private void requireKnown(Operations all) {
        Seq<String> names = all.all().map(Operation::name).distinct();
        Seq<String> narrower =
                all.all().reject(Selection::isWide).map(Operation::name).distinct();
        without.find(name -> !names.contains(name)).forEach(name -> {
            throw new IllegalArgumentException(
                    "there is no operation \"" + name + "\" to leave out: there are " + names.mkString(", "));
        });
        with.find(name -> !narrower.contains(name)).forEach(name -> {
            throw new IllegalArgumentException(
                    narrower.isEmpty()
                            ? "there is no operation \"" + name + "\" to take in: none is left out"
                            : "there is no operation \"" + name + "\" to take in: left out are "
                                    + narrower.mkString(", "));
        });
        with.find(without::contains).forEach(name -> {
            throw new IllegalArgumentException(
                    "operation \"" + name + "\" is to be taken in and left out: say one of both");
        });
    }
}
