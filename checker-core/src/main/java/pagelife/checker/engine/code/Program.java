package pagelife.checker.engine.code;

/**
 * Code of the model that is a pure function of the cells it reads: a step, a claim about a state, a claim about a step.
 * Its decision trie grows as paths of the code are met.
 */
public abstract class Program {
    private static final int[] NO_CHOICES = {};

    private final Point root = new Point(this, NO_CHOICES, false);
    private int points = 1;
    private long executions;
    private boolean direct;

    /** The root of the trie. */
    public final Point root() {
        return root;
    }

    /** How many points the trie has. */
    public final int points() {
        return points;
    }

    /** How often the code ran. */
    public final long executions() {
        return executions;
    }

    final Point point(int[] choices, boolean shared) {
        points++;
        return new Point(this, choices, shared);
    }

    /** Whether the code is executed each time. */
    public final boolean direct() {
        return direct;
    }

    /** Forgets the trie; from here on the code is executed each time. */
    void makeDirect() {
        direct = true;
        forget();
    }

    /** Forgets the trie. */
    void forget() {
        points = 1;
        root.reset();
    }

    /** Whether the code may do anything at all in the state of these ids: for a step, whether its actor is there. */
    boolean mayRun(Cells cells, int[] ids) {
        return true;
    }

    /** Runs the code once under {@code recorder}, which is at the state in question. */
    final Object execute(Recorder recorder) {
        executions++;
        return run(recorder);
    }

    /** The code; the result is null when there is nothing to report. */
    abstract Object run(Recorder recorder);
}
