/**
 * What reports say: trees of records, pure data. Nothing here writes, decides or runs anything.
 *
 * <p>A report's way to the reader: what came out ({@link pagelife.reports.outcome}) becomes a tree, put together of
 * what any report tells of a check ({@link pagelife.reports.told}) and of the kinds that stand here; a
 * {@linkplain pagelife.reports.format format} writes the tree.
 *
 * <ul>
 *   <li>{@link pagelife.reports.Report}: the root of a tree, one kind for each thing that is reported, and
 *       {@link pagelife.reports.told.Part}: what it consists of. The names of the components are those of the fields in
 *       JSON.
 *   <li>{@link pagelife.reports.CheckReport}: one check.
 *   <li>{@link pagelife.reports.CatalogueReport} and {@link pagelife.reports.LitmusReport}: expected against found,
 *       with a {@link pagelife.reports.Line} for each spec or test; then the reports about statements, design spaces,
 *       costs, speed, and what there is to check.
 *   <li>{@link pagelife.reports.text}, {@link pagelife.reports.json}, {@link pagelife.reports.html},
 *       {@link pagelife.reports.traces}, {@link pagelife.reports.ci} and {@code commit}: the ways to
 *       write them that there are.
 *   <li>{@link pagelife.reports.ask}: all of it for programs, and {@link pagelife.reports.junit} for their tests.
 *   <li>{@code cli}: the commands, above all the others.
 * </ul>
 */
package pagelife.reports;
