package pagelife.models;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A family of protocols that differ in a few rules: what changed between kernel versions, and the bugs that were fixed.
 *
 * @param <P> its protocols
 */
public interface Family<P extends Protocol> {
    /** The name, such as {@code fsdax}. */
    String name();

    /** What it is about, in one line. */
    String summary();

    /** The rules that can be set. */
    Seq<Setting> rules();

    /** The bounds that can be set: how many pages, which actors run and how often. */
    Seq<Setting> bounds();

    /** The names of the bounds that are short for programs: where programs are written, they mean nothing. */
    default Set<String> taskBounds() {
        return HashSet.empty();
    }

    /** The named settings, in the order of history. */
    Seq<Variant> variants();

    /** The variant of this name, {@code 6.1} or {@code fsdax/6.1}. */
    default Option<Variant> variant(String wanted) {
        return variants()
                .find(known -> known.name().equals(wanted) || known.fullName().equals(wanted));
    }

    /**
     * The words by which a command names what is called {@code subject} here, a variant or a row about one: the name
     * itself, unless the family comes from a file. None where no command can name it.
     */
    default Seq<String> address(String subject) {
        return Vector.of(subject);
    }

    /**
     * What is done with a protocol unless somebody says otherwise: the programs that the bounds stand for. None where a
     * family has no operations, and so gives its tasks itself.
     *
     * @throws IllegalArgumentException as {@link #build}
     */
    default Workload workload(Variant variant, Settings rules, Settings bounds) {
        return Workload.NONE;
    }

    /**
     * The protocol of a variant with some rules and bounds set otherwise, and the tasks that the bounds stand for.
     * Every name and value must be one that {@link #rules} or {@link #bounds} lists.
     *
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     */
    default P build(Variant variant, Settings rules, Settings bounds) {
        return build(variant, rules, bounds, workload(variant, rules, bounds));
    }

    /**
     * The protocol of a variant with some rules and bounds set otherwise, and the tasks of a workload.
     *
     * @throws pagelife.checker.model.TextException where the workload calls what is no operation of the protocol
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     */
    P build(Variant variant, Settings rules, Settings bounds, Workload workload);
}
