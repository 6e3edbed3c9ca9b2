/**
 * A counterexample as a commit message tells it: a column for each task, functions with statements under them, counts
 * where they change, and a closing paragraph, within 72 columns and 20 rows.
 *
 * <p>{@link pagelife.reports.commit.CommitText} makes it: {@code Remarks} has what stands in comments, {@code Sketch}
 * turns steps into the entries of a table, {@code Columns} lays them out, {@code Closing} has the last paragraph.
 */
package pagelife.reports.commit;
