package pagelife.checker.engine.walk;

import io.vavr.control.Option;
import pagelife.checker.engine.pack.Transitions;
import pagelife.checker.engine.store.Appender;
import pagelife.checker.engine.store.Store;

/** Explores state by state, for stores that know single states. */
public final class StateExpander implements Expander {
    /** Finds the successors, and keeps them until they are inserted. */
    private final Walker walker;
    /** Runs the model's code beside the walker, now and then. */
    private final Auditor auditor;
    /** Where new states go; the store's way in writes there. */
    private final Appender appender;
    /** Who hears of new and of stuck states. */
    private final Listener listener;
    /** What puts the state that stands for its orbit in the place of each successor, if orbits are explored. */
    private final Option<Representatives> orbits;
    /** Longs of a packed state. */
    private final int words;
    /** This worker's way into the store. */
    private Store.Inserter inserter;
    /** Which successors of the block were new, by their place in the buffer; the inserter writes it. */
    private int[] fresh = new int[1 << 12];
    /** How many transitions were taken. */
    private long transitions;

    /** A walker of its own comes with it, which knows the layout. */
    public StateExpander(
            Walker walker,
            int words,
            Store store,
            Appender appender,
            Auditor auditor,
            Listener listener,
            Option<Representatives> orbits) {
        this.walker = walker;
        this.auditor = auditor;
        this.appender = appender;
        this.listener = listener;
        this.orbits = orbits;
        this.words = words;
        this.inserter = store.inserter(appender);
    }

    @Override
    public boolean start(long[] packed) {
        return inserter.addAll(packed, 1, fresh) == 1;
    }

    @Override
    public int explore(long[] chunk, int from, int to) {
        for (int position = from; position < to; position++) {
            int offset = position * words;
            int before = walker.count();
            auditor.forgetAlarms();
            if (!walker.expand(chunk, offset)) {
                return position;
            }
            if (walker.count() == before) {
                listener.stuck(chunk, offset);
            }
            if (auditor.due()) {
                auditor.check(chunk, offset, walker.replay(before));
            }
            if (orbits.isDefined() && !orbits.get().represent(walker, before)) {
                walker.truncate(before);
                return position;
            }
            transitions += walker.count() - before;
        }
        return to;
    }

    @Override
    public Transitions transitions(long[] states) {
        Transitions found = new Transitions(words);
        for (int offset = 0; offset < states.length; offset += words) {
            walker.expand(states, offset);
            for (int successor = 0; successor < walker.count(); successor++) {
                found.add(states, offset, walker.effects()[successor]);
            }
            walker.truncate(0);
        }
        return found;
    }

    @Override
    public int waiting() {
        return walker.count();
    }

    @Override
    public boolean insert() {
        long[] successors = walker.successors();
        int count = walker.count();
        if (fresh.length < count) {
            fresh = new int[2 * count];
        }
        int[] effects = walker.effects();
        int found = inserter.addAll(successors, count, fresh);
        for (int i = 0; i < found; i++) {
            listener.found(effects[fresh[i]], successors, fresh[i] * words);
        }
        walker.truncate(0);
        return true;
    }

    @Override
    public void moveTo(Store made) {
        inserter = made.inserter(appender);
    }

    @Override
    public long transitions() {
        return transitions;
    }
}
