/**
 * The lock of a DAX entry: a bit in the entry, and exclusive waiters of whom an unlock wakes one.
 *
 * <p>The story. Who is woken must use the entry or pass the wake on. In 5.2 a fix for a missed wake-up inverted a test,
 * and those who only looked passed nothing on: everybody behind a scan slept forever. Repaired, one gap was left: who
 * deletes the entry woke one waiter, who found nothing, and had nothing to pass on by: so a deletion now wakes all.
 * Before either, a scan for busy pages went on one page behind an entry that covers many, found it again, and never
 * ended.
 *
 * <ul>
 *   <li>{@link pagelife.models.entrylock.EntryLock}: rules, bounds, variants, and the model.
 *   <li>{@code EntryUser}: fault f1..f3, invalidation i1..i2, scan t1..t2, writeback w1..w3,
 *       memory failure m1..m3.
 * </ul>
 *
 * <p>Left out: conflicts of entry sizes (the marker that the inverted test let through), the pages behind the entry.
 */
package pagelife.models.entrylock;
