package pagelife.specs.claims;

import static pagelife.checker.ltl.Formulas.all;
import static pagelife.checker.ltl.Formulas.any;
import static pagelife.checker.ltl.Formulas.not;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Formula;
import pagelife.checker.property.Temporal;

/** Claims about whole runs that several families make. */
public final class RunClaims {
    /** The name of {@link #entryLockProgress}. */
    public static final String ENTRY_LOCK_PROGRESS = "LTL-5 EntryLockProgress";

    private RunClaims() {}

    /**
     * LTL-5; put to the test only by runs in which somebody sleeps.
     *
     * @param asleep that he sleeps, for each who may
     */
    public static Temporal entryLockProgress(Seq<Formula> asleep) {
        return Temporal.of(
                        ENTRY_LOCK_PROGRESS,
                        "a task that sleeps for the lock of a DAX entry eventually goes on",
                        all(asleep.map(sleeps -> sleeps.leadsTo(not(sleeps)))))
                .given(any(asleep))
                .told(Sentences.neverComes(asleep.map(sleeps -> new Sentences.Pair(sleeps, not(sleeps)))));
    }
}
