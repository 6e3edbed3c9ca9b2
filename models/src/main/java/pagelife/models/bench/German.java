package pagelife.models.bench;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;

/**
 * German's cache coherence protocol without data, as it is written for Murphi: caches ask for a line to share or to
 * own, and its home invalidates those that stand in the way.
 */
public final class German {
    /** What a message says; NONE where there is none. */
    private enum Message {
        NONE,
        ASK_SHARED,
        ASK_OWNED,
        INVALIDATE,
        INVALIDATED,
        SHARED,
        OWNED
    }

    /** What a cache may do with its line. */
    private enum Line {
        INVALID,
        SHARED,
        OWNED
    }

    private static final int NOBODY = 0;

    private final int nodes;
    private final CellFamily<Integer, Line> line;
    private final CellFamily<Integer, Message> asked;
    private final CellFamily<Integer, Message> told;
    private final CellFamily<Integer, Message> answered;
    private final CellFamily<Integer, Boolean> sharers;
    private final CellFamily<Integer, Boolean> toInvalidate;
    private final Cell<Boolean> owned;
    private final Cell<Message> current;
    private final Cell<Integer> asking;

    private German(int nodes, ModelBuilder builder) {
        Vector<Integer> all = Vector.range(0, nodes);
        this.nodes = nodes;
        this.line = builder.cells("line", all, Line.class, node -> Line.INVALID);
        this.asked = builder.cells("asked", all, Message.class, node -> Message.NONE);
        this.told = builder.cells("told", all, Message.class, node -> Message.NONE);
        this.answered = builder.cells("answered", all, Message.class, node -> Message.NONE);
        this.sharers = builder.cells("sharer", all, Boolean.class, node -> false);
        this.toInvalidate = builder.cells("toInvalidate", all, Boolean.class, node -> false);
        this.owned = builder.cell("owned", false);
        this.current = builder.cell("current", Message.NONE);
        this.asking = builder.cell("asking", NOBODY);
    }

    /** So many caches, at least 1. */
    public static Model of(int nodes) {
        ModelBuilder builder = Model.builder("german " + nodes);
        German german = new German(nodes, builder);
        for (int i = 0; i < nodes; i++) {
            int node = i;
            builder.task("cache" + node)
                    .forever()
                    .step("ask-shared", now -> german.ask(now, node, Message.ASK_SHARED))
                    .or("ask-owned", now -> german.ask(now, node, Message.ASK_OWNED))
                    .or("invalidated", now -> german.invalidated(now, node))
                    .or("get-shared", now -> german.get(now, node, Message.SHARED, Line.SHARED))
                    .or("get-owned", now -> german.get(now, node, Message.OWNED, Line.OWNED));
            builder.task("home" + node)
                    .forever()
                    .step("take-shared", now -> german.take(now, node, Message.ASK_SHARED))
                    .or("take-owned", now -> german.take(now, node, Message.ASK_OWNED))
                    .or("invalidate", now -> german.invalidate(now, node))
                    .or("hear", now -> german.hear(now, node))
                    .or("grant-shared", now -> german.grantShared(now, node))
                    .or("grant-owned", now -> german.grantOwned(now, node));
        }
        return builder.build();
    }

    private static boolean is(Now now, Cell<Message> channel, Message message) {
        return now.read(channel) == message;
    }

    private void ask(Now now, int node, Message what) {
        Line mine = now.read(line.of(node));
        now.await(is(now, asked.of(node), Message.NONE)
                && (mine == Line.INVALID || mine == Line.SHARED && what == Message.ASK_OWNED));
        now.write(asked.of(node), what);
    }

    private void take(Now now, int node, Message what) {
        now.await(is(now, current, Message.NONE) && is(now, asked.of(node), what));
        now.write(current, what);
        now.write(asking, node);
        now.write(asked.of(node), Message.NONE);
        for (int other = 0; other < nodes; other++) {
            now.write(toInvalidate.of(other), now.read(sharers.of(other)));
        }
    }

    private void invalidate(Now now, int node) {
        now.await(is(now, told.of(node), Message.NONE)
                && now.read(toInvalidate.of(node))
                && (is(now, current, Message.ASK_OWNED) || is(now, current, Message.ASK_SHARED) && now.read(owned)));
        now.write(told.of(node), Message.INVALIDATE);
        now.write(toInvalidate.of(node), false);
    }

    private void invalidated(Now now, int node) {
        now.await(is(now, told.of(node), Message.INVALIDATE) && is(now, answered.of(node), Message.NONE));
        now.write(told.of(node), Message.NONE);
        now.write(answered.of(node), Message.INVALIDATED);
        now.write(line.of(node), Line.INVALID);
    }

    private void hear(Now now, int node) {
        now.await(is(now, answered.of(node), Message.INVALIDATED) && !is(now, current, Message.NONE));
        now.write(answered.of(node), Message.NONE);
        now.write(sharers.of(node), false);
        now.write(owned, false);
    }

    private void grantShared(Now now, int node) {
        now.await(is(now, current, Message.ASK_SHARED) && now.read(asking) == node);
        grant(now, node, Message.SHARED);
    }

    private void grantOwned(Now now, int node) {
        now.await(is(now, current, Message.ASK_OWNED) && now.read(asking) == node);
        for (int other = 0; other < nodes; other++) {
            now.await(!now.read(sharers.of(other)));
        }
        grant(now, node, Message.OWNED);
        now.write(owned, true);
    }

    private void grant(Now now, int node, Message what) {
        now.await(is(now, told.of(node), Message.NONE) && !now.read(owned));
        now.write(told.of(node), what);
        now.write(sharers.of(node), true);
        now.write(current, Message.NONE);
        now.write(asking, NOBODY);
    }

    private void get(Now now, int node, Message what, Line then) {
        now.await(is(now, told.of(node), what));
        now.write(line.of(node), then);
        now.write(told.of(node), Message.NONE);
    }
}
