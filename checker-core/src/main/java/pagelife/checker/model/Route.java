package pagelife.checker.model;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a task through its program. Each call that is written in the program has a number; the end of a call
 * leads, in the same step, to the first place of the next one that has anything to do.
 */
final class Route {
    private static final int END = -1;

    private final List<Node> nodes = new ArrayList<>();
    private final Stretch[] stretches;
    private final int[] starts;
    private final int early;
    private final Task task;
    private int unwritten;

    /** A junction of the program. */
    private sealed interface Node {
        /** A call. */
        record Enter(int call) implements Node {}

        /** The beginning of a loop. */
        record Again(int body) implements Node {}

        /** A choice. */
        record Fork(Seq<String> texts, Seq<Integer> ways) implements Node {}
    }

    /** A call as written, its text, its steps, its node, and the one after it. */
    private record Stretch(Option<Program.Call> call, String text, Script script, int node, int end) {
        int next() {
            return script.isRepeated() ? node : end;
        }
    }

    /** The way through one script. */
    Route(Task task, Script script) {
        this.task = task;
        this.starts = new int[] {add(new Node.Enter(0))};
        this.stretches = new Stretch[] {new Stretch(Option.none(), "", script, starts[0], END)};
        this.early = 0;
    }

    /**
     * The way through programs, as {@code task} goes it: each has a beginning and an end of its own.
     *
     * @param programs what the task does before the model starts, piece by piece, and last what it does then
     */
    Route(Task task, Seq<Program> programs) {
        this.task = task;
        Vector<Program.Call> all = programs.toVector().flatMap(Route::calls);
        LinkedHashMap<Program.Call, Script> scripts = all.distinct()
                .foldLeft(
                        LinkedHashMap.empty(),
                        (made, call) -> made.put(call, call.operation().script(task, call.arguments())));
        this.stretches = new Stretch[all.size()];
        this.early = all.size() - calls(programs.last()).size();
        this.unwritten = stretches.length;
        this.starts = new int[programs.size()];
        for (int n = programs.size() - 1; n >= 0; n--) {
            boolean alone = n == programs.size() - 1 && calls(programs.last()).size() == 1;
            starts[n] = compile(programs.get(n), END, scripts, alone);
        }
    }

    private static Vector<Program.Call> calls(Program program) {
        if (program instanceof Program.Call call) {
            return Vector.of(call);
        }
        if (program instanceof Program.Loop loop) {
            return calls(loop.body());
        }
        Seq<Program> parts = program instanceof Program.Sequence sequence
                ? sequence.parts()
                : ((Program.Either) program).alternatives();
        return parts.toVector().flatMap(Route::calls);
    }

    /**
     * The node at which {@code program} begins, when {@code next} comes after it. The last call is compiled first.
     *
     * @param alone whether it has one call only, which then needs no text to be known by
     */
    private int compile(Program program, int next, LinkedHashMap<Program.Call, Script> scripts, boolean alone) {
        if (program instanceof Program.Call call) {
            String text = alone ? "" : call.toString();
            int node = add(new Node.Enter(--unwritten));
            stretches[unwritten] =
                    new Stretch(Option.some(call), text, scripts.get(call).get(), node, next);
            return node;
        }
        if (program instanceof Program.Loop loop) {
            int again = add(null);
            nodes.set(again, new Node.Again(compile(loop.body(), again, scripts, alone)));
            return again;
        }
        if (program instanceof Program.Either either) {
            Seq<Integer> ways = either.alternatives()
                    .reverse()
                    .map(one -> compile(one, next, scripts, alone))
                    .reverse();
            return add(new Node.Fork(either.alternatives().map(Object::toString), ways));
        }
        return ((Program.Sequence) program)
                .parts()
                .foldRight(next, (part, after) -> compile(part, after, scripts, alone));
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    /** The scripts that it goes through, each once, in the order in which they are written. */
    Seq<Script> scripts() {
        return Vector.of(stretches).map(Stretch::script).distinct();
    }

    /** The scripts that it goes through once the model has started. */
    Seq<Script> running() {
        return Vector.of(stretches).drop(early).map(Stretch::script).distinct();
    }

    /** The scripts, each with the first call that goes through it. */
    Seq<Tuple2<String, Script>> stretches() {
        return Vector.of(stretches)
                .map(stretch -> Tuple.of(stretch.text(), stretch.script()))
                .distinctBy(Tuple2::_2);
    }

    /** The script of the call of this number. */
    Script script(int call) {
        return stretches[call].script();
    }

    /** Whether the call of this number comes before the model starts. */
    boolean isEarly(int call) {
        return call < early;
    }

    /** The call of this number; empty for one script without a program. */
    Option<Program.Call> call(int call) {
        return stretches[call].call();
    }

    /** All calls, as written. */
    Seq<Program.Call> calls() {
        return Vector.of(stretches).flatMap(Stretch::call);
    }

    /** The task that goes it. */
    Task task() {
        return task;
    }

    /** Where a task is at {@code spot} of a call. */
    At at(int call, Spot spot, Object carried) {
        return new At(call, stretches[call].text(), spot.name(), carried);
    }

    /** How many programs there are. */
    int programs() {
        return starts.length;
    }

    /** Where a task begins the program of this number. */
    Control begin(int program, StepView view) {
        return enter(starts[program], view, HashSet.empty());
    }

    /**
     * Where a task goes at the end of a call.
     *
     * @param met the nodes that it came through in this step without having done anything
     */
    Control after(int call, StepView view, Set<Integer> met) {
        return enter(stretches[call].next(), view, met);
    }

    /** A task that would go round without end, because nothing in a loop has anything to do, is done. */
    private Control enter(int node, StepView view, Set<Integer> met) {
        if (node == END || met.contains(node)) {
            return Control.finished();
        }
        Set<Integer> now = met.add(node);
        Node at = nodes.get(node);
        if (at instanceof Node.Again again) {
            return enter(again.body(), view, now);
        }
        if (at instanceof Node.Fork fork) {
            String way = view.choose("next", fork.texts());
            return enter(fork.ways().get(fork.texts().indexOf(way)), view, now);
        }
        return begin(((Node.Enter) at).call(), view, now);
    }

    /** Begins a call: at its first place, or where its beginning says. */
    private Control begin(int call, StepView view, Set<Integer> met) {
        Now first = new Now(view, this, call, Option.none(), Nothing.NOTHING, met);
        script(call).beginning().forEach(code -> code.take(first));
        return first.next();
    }
}
