package pagelife.specs.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why nobody is woken, in the bugs that we ship. */
final class StuckWaiterTest {
    @ParameterizedTest(name = "{0} {1} {2}: {4}")
    @CsvSource({
        "fsdax/6.1, unpinWakes=off, removals=0, LTL-1', NEVER_WOKEN gup 16",
        "fsdax/7.2-ext4, unpinWakes=off, removals=0, LTL-1', NEVER_WOKEN gup 18",
        "fsdax/6.1, undoWakes=off, removals=0, LTL-1', NEVER_WOKEN gup-fast 17",
        "fsdax/6.1, directIoWakes=off, removals=0, LTL-1', NEVER_WOKEN gup 16",
        "fsdax/7.2-ext4, '', removals=0 faults=2, LTL-1p, 'STILL_HELD pte(mm0,0) 25'",
        "fsdax/5.10, '', '', LTL-1', CONDITION_LOST removal 18",
        "fsdax/7.2-ext4, zapPuts=twice, removals=0, LTL-1', CONDITION_LOST truncate 13",
        "fsdax/7.2-ext4, zapPuts=never, removals=0 slowGups=0 fastGups=0, no deadlock, CONDITION_LOST fault 8",
        "waitwake/m1, '', '', LTL-1', WOKEN_BEFORE_IT_SLEPT unpin 4",
        "waitwake/m2, '', '', LTL-1', WOKEN_BEFORE_IT_SLEPT unpin 1",
        "waitwake/m3, '', '', LTL-1', WRONG_KEY unpin 6",
        "waitwake/m4, '', '', LTL-1', NEVER_WOKEN unpin 4",
        "waitwake/m5, '', '', LTL-1', WOKEN_BEFORE_IT_SLEPT pin 11",
        "waitwake/m6, '', '', LTL-1', CONDITION_LOST unpin 4",
        "entrylock/5.2, '', '', LTL-5', HANDED_TO_ANOTHER fault 4",
        "entrylock/5.12, '', '', LTL-5', HANDED_TO_ANOTHER invalidate2 6",
        "waitwake/m9, '', '', LTL-1', NEVER_WOKEN unpin 6",
    })
    void theCauseIsFound(String variant, String rules, String bounds, String property, String expected) {
        StuckWaiter stuck = Traces.stuck(variant, rules, bounds, property).head();
        assertEquals(expected, stuck.cause() + " " + stuck.who() + " " + stuck.step());
    }
}
