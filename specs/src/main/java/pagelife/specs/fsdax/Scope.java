package pagelife.specs.fsdax;

import pagelife.models.fsdax.Bound;
import pagelife.models.fsdax.Bounds;
import pagelife.models.fsdax.FsdaxProtocol;

/**
 * What can happen at all within the bounds of a protocol. A claim about what cannot is not put: it would hold in vain.
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

    static Scope of(FsdaxProtocol protocol) {
        Bounds bounds = protocol.bounds();
        boolean mapped = bounds.any(Bound.FAULTS);
        boolean truncated = bounds.any(Bound.TRUNCATES);
        boolean removed = bounds.any(Bound.REMOVALS);
        boolean pinned = mapped && (bounds.any(Bound.SLOW_GUPS) || bounds.any(Bound.FAST_GUPS));
        return new Scope(
                mapped,
                truncated
                        || bounds.any(Bound.MUNMAPS)
                        || bounds.any(Bound.INVALIDATIONS)
                        || removed && protocol.rules().shootdown(),
                pinned,
                mapped && bounds.any(Bound.FAST_GUPS),
                truncated,
                pinned && truncated && protocol.rules().busyCheck(),
                removed,
                bounds.get(Bound.FAULTS) > 1
                        || truncated && !protocol.rules().faultsTakeInvalidateLock()
                        || removed && protocol.rules().shootdown());
    }
}
