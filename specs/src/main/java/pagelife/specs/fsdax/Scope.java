package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.Workload;
import pagelife.models.fsdax.FsdaxOperations;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Rules;
import pagelife.models.parts.Calls;

/**
 * What can happen at all by what the tasks of a protocol are asked to do. A claim about what cannot is not put: it
 * would hold in vain.
 *
 * @param mapped a page can be mapped
 * @param unmapped a mapping can go again
 * @param pinned a page can be pinned
 * @param pinnedFast a page can be pinned without locks
 * @param truncated a file can be truncated
 * @param waited a truncate can wait for a pinned page
 * @param removed the device can be removed
 * @param contended two may want the lock of an entry
 */
record Scope(
        boolean mapped,
        boolean unmapped,
        boolean pinned,
        boolean pinnedFast,
        boolean truncated,
        boolean waited,
        boolean removed,
        boolean contended) {
    private static final Seq<String> FAULTS = Vector.of(Calls.TOUCH, FsdaxOperations.READ, FsdaxOperations.WRITE);

    static Scope of(FsdaxProtocol protocol) {
        Workload asked = protocol.workload();
        Rules rules = protocol.rules();
        boolean mapped = FAULTS.exists(asked::calls);
        boolean truncated = Calls.FREEING.remove(Calls.UMOUNT).exists(asked::calls);
        boolean waits = asked.calls(Calls.TRUNCATE)
                || asked.calls(Calls.PUNCH)
                || Calls.EVICTING.exists(asked::calls) && rules.is(Rules.PTE_HOLDS_REFERENCE);
        boolean removed = asked.calls(Calls.REMOVE);
        boolean pinnedFast = mapped && asked.calls(Calls.PIN_FAST);
        boolean pinned = mapped && asked.calls(Calls.PIN_SLOW) || pinnedFast;
        return new Scope(
                mapped,
                Calls.FREEING.exists(asked::calls)
                        || asked.calls(Calls.MUNMAP)
                        || asked.calls(Calls.MADVISE)
                        || asked.calls(FsdaxOperations.INVALIDATE)
                        || removed && rules.is(Rules.SHOOTDOWN),
                pinned,
                pinnedFast,
                truncated,
                pinned && waits && rules.is(Rules.BUSY_CHECK),
                removed,
                FAULTS.flatMap(protocol::calling).distinct().size() > 1
                        || truncated && !rules.is(Rules.FAULTS_TAKE_INVALIDATE_LOCK)
                        || removed && rules.is(Rules.SHOOTDOWN));
    }
}
