package pagelife.checker.liveness;

import java.util.HashMap;
import java.util.Map;
import pagelife.checker.automaton.Automaton;
import pagelife.checker.automaton.Reach;

/**
 * Which automaton states accept a letter repeated forever: what is left of a run that has ended. Answers are kept,
 * since a formula has few letters.
 */
final class Endings {
    private static final int SMALL = 12;

    private final Automaton automaton;
    /** By letter and state for few atoms: 0 not known, 1 no, 2 yes. */
    private final byte[] small;

    private final Map<Long, boolean[]> large = new HashMap<>();

    private final Runnable patience;

    Endings(Automaton automaton, Runnable patience) {
        this.patience = patience;
        this.automaton = automaton;
        int atoms = automaton.atoms().size();
        this.small = atoms <= SMALL ? new byte[automaton.states() << atoms] : new byte[0];
    }

    /** Whether {@code letter} forever is accepted from {@code state}. */
    boolean accepts(int state, long letter) {
        if (small.length == 0) {
            return large.computeIfAbsent(letter, this::compute)[state];
        }
        int place = ((int) letter * automaton.states()) + state;
        if (small[place] == 0) {
            boolean[] answers = compute(letter);
            for (int each = 0; each < answers.length; each++) {
                small[(int) letter * answers.length + each] = (byte) (answers[each] ? 2 : 1);
            }
        }
        return small[place] == 2;
    }

    /** For each state whether it reaches a component of matching edges that carries every mark. */
    private boolean[] compute(long letter) {
        int states = automaton.states();
        Reach reach = Reach.over(automaton, edge -> edge.matches(letter), patience);
        boolean[] answers = new boolean[states];
        for (int core = 0; core < states; core++) {
            if (automaton.isAccepting(core)
                    && reach.leads(core, core)
                    && marks(core, reach, letter) == automaton.marks()) {
                for (int from = 0; from < states; from++) {
                    answers[from] |= from == core || reach.leads(from, core);
                }
            }
        }
        return answers;
    }

    private long marks(int core, Reach reach, long letter) {
        long marks = 0;
        for (int from = 0; from < automaton.states(); from++) {
            for (Automaton.Edge edge : automaton.edges(from)) {
                boolean inside = reach.isOneComponent(core, from) && reach.isOneComponent(core, edge.target());
                marks |= inside && edge.matches(letter) ? edge.marks() : 0;
            }
        }
        return marks;
    }
}
