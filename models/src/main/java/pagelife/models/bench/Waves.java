package pagelife.models.bench;

import io.vavr.collection.Vector;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;

/**
 * Waves in a tree of tasks, a task for each node: a question goes down from the root, answers come back, and what was
 * answered is forgotten. Many tasks, each of three steps that look at the neighbours.
 */
public final class Waves {
    private enum Node {
        CLEAN,
        ASKED,
        ANSWERED
    }

    private final int size;
    private final CellFamily<Integer, Node> nodes;

    private Waves(int size, ModelBuilder builder) {
        this.size = size;
        this.nodes = builder.cells("node", Vector.range(0, size), Node.class, node -> Node.CLEAN);
    }

    /** A tree of so many nodes, at least 1: the children of node i are nodes 2i + 1 and 2i + 2, as far as there are any. */
    public static Model of(int size) {
        ModelBuilder builder = Model.builder("waves " + size);
        Waves waves = new Waves(size, builder);
        for (int i = 0; i < size; i++) {
            int node = i;
            builder.task("node" + node)
                    .forever()
                    .step("ask", now -> waves.ask(now, node))
                    .step("answer", now -> waves.answer(now, node))
                    .step("forget", now -> waves.forget(now, node));
        }
        return builder.build();
    }

    private void ask(Now now, int node) {
        now.await((node == 0 || is(now, parent(node), Node.ASKED)) && children(now, node, Node.CLEAN));
        now.write(nodes.of(node), Node.ASKED);
    }

    private void answer(Now now, int node) {
        now.await(children(now, node, Node.ANSWERED));
        now.write(nodes.of(node), Node.ANSWERED);
    }

    private void forget(Now now, int node) {
        now.await(node == 0 || !is(now, parent(node), Node.ASKED));
        now.write(nodes.of(node), Node.CLEAN);
    }

    private boolean children(Now now, int node, Node state) {
        return child(now, 2 * node + 1, state) && child(now, 2 * node + 2, state);
    }

    private boolean child(Now now, int node, Node state) {
        return node >= size || is(now, node, state);
    }

    private boolean is(Now now, int node, Node state) {
        return now.read(nodes.of(node)) == state;
    }

    private static int parent(int node) {
        return (node - 1) / 2;
    }
}
