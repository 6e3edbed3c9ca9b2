/**
 * What a trace tells about references and sleepers, beyond the property that it breaks.
 *
 * <ul>
 *   <li>{@link pagelife.specs.ledger.CountLedger}: who held what of a page, or of something else that is counted, when
 *       ({@link pagelife.specs.ledger.Holding}), and what went wrong ({@link pagelife.specs.ledger.Wrong}). It follows
 *       from the events of the trace, each of which names an owner, and from the books of its first and last states.
 *   <li>{@link pagelife.specs.ledger.StuckWaiter}: who sleeps at the end, and why nobody wakes it.
 * </ul>
 */
package pagelife.specs.ledger;
