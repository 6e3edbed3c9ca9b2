/**
 * The vocabulary of page lifetimes: immutable values with the kernel's names.
 *
 * <ul>
 *   <li>Identities, each a type of its own: {@link pagelife.models.page.PageId}, {@link pagelife.models.page.MmId},
 *       {@link pagelife.models.page.FileId}, {@link pagelife.models.page.Index}, {@link pagelife.models.page.TaskId},
 *       and the places made of them: {@link pagelife.models.page.PteAt}, {@link pagelife.models.page.EntryAt}.
 *   <li>What is counted: {@link pagelife.models.page.Page}, {@link pagelife.models.page.Pagemap}; which page counts for
 *       which: {@link pagelife.models.page.Frame}.
 *   <li>What points: {@link pagelife.models.page.Pte}, {@link pagelife.models.page.DaxEntry},
 *       {@link pagelife.models.page.Extent}, {@link pagelife.models.page.Vma}; back from a page
 *       {@link pagelife.models.page.Mapping}.
 *   <li>Whose the memory is: {@link pagelife.models.page.Custody}.
 *   <li>What excludes and orders: {@link pagelife.models.page.RwSemaphore},
 *       {@link pagelife.models.page.Freeze}, {@link pagelife.models.page.TlbFlush}. The page-table lock is never held
 *       from one step to the next, so it is not a value: a step that says "under PTL" is atomic.
 *   <li>Who sleeps: {@link pagelife.models.page.WaitQueue} of {@link pagelife.models.page.Waiter}.
 *   <li>What a task keeps: {@link pagelife.models.page.Pins}, each a {@link pagelife.models.page.Pin}.
 *   <li>What a step says about references: {@link pagelife.models.page.PageEvent}, and the
 *       {@link pagelife.models.page.Owner} it names.
 * </ul>
 */
package pagelife.models.page;
