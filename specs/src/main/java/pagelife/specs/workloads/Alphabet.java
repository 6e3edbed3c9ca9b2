package pagelife.specs.workloads;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Program;
import pagelife.checker.model.Sort;

/**
 * What a task can be asked to do in one call: every operation with every argument, but for narrower forms of others.
 *
 * @param calls the calls; a letter is the position of one
 * @param leftOut the operations that are left out, as they are written, and why
 */
public record Alphabet(Vector<Program.Call> calls, Map<String, String> leftOut) {
    /** All operations of a protocol. */
    public static Alphabet of(Operations operations) {
        return of(operations, Selection.USUAL);
    }

    /**
     * Those of them that are tried.
     *
     * @throws IllegalArgumentException for a selection that names what is no operation
     */
    public static Alphabet of(Operations operations, Selection selection) {
        Seq<Operation> tried = selection.of(operations);
        Seq<Tuple2<String, String>> leftOut =
                operations.all().removeAll(tried).map(one -> Tuple.of(one.usage(), selection.why(one)));
        return new Alphabet(tried.toVector().flatMap(Alphabet::calls), LinkedHashMap.ofEntries(leftOut));
    }

    private static Vector<Program.Call> calls(Operation operation) {
        return arguments(operation.parameters()).map(given -> (Program.Call) operation.call(given.toJavaArray()));
    }

    private static Vector<Vector<Object>> arguments(Seq<Sort<?>> sorts) {
        return sorts.foldLeft(
                Vector.of(Vector.empty()),
                (begun, sort) -> begun.flatMap(given -> sort.values().map(value -> given.append((Object) value))));
    }

    /** How many letters there are. */
    public int size() {
        return calls.size();
    }

    String text(int letter) {
        return calls.get(letter).toString();
    }

    /** The operations called, in the order to list them. */
    Seq<Operation> operations() {
        return calls.map(Program.Call::operation).distinct();
    }

    /**
     * Whether a program makes sense as far as undoing goes: each call that undoes one comes after one that is not
     * undone.
     */
    public boolean makesSense(Vector<Integer> program) {
        Vector<String> open = Vector.empty();
        for (int letter : program) {
            Operation operation = calls.get(letter).operation();
            if (!operation.undoes().isEmpty()) {
                int last = open.lastIndexWhere(operation.undoes()::contains);
                if (last < 0) {
                    return false;
                }
                open = open.removeAt(last);
            }
            open = open.append(operation.name());
        }
        return true;
    }

    /** The sorts of which some call takes a value, and of which there are several. */
    Seq<Sort<?>> sorts() {
        return operations()
                .flatMap(Operation::parameters)
                .distinctBy(Sort::name)
                .filter(sort -> sort.values().size() > 1);
    }

    /** The letter of a call with the values of one sort exchanged; empty where there is no such call. */
    Option<Integer> exchanged(int letter, Sort<?> sort, Object one, Object other) {
        Program.Call call = calls.get(letter);
        Seq<Object> given = call.arguments()
                .zip(call.operation().parameters())
                .map(pair -> pair._2().name().equals(sort.name()) ? exchanged(pair._1(), one, other) : pair._1());
        int found = calls.indexOf(new Program.Call(call.operation(), given.toVector()));
        return found < 0 ? Option.none() : Option.some(found);
    }

    private static Object exchanged(Object value, Object one, Object other) {
        return value.equals(one) ? other : value.equals(other) ? one : value;
    }
}
