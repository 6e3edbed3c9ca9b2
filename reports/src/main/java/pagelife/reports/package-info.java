/**
 * What reports say: trees of records, pure data. Nothing here writes, decides or runs anything.
 *
 * <ul>
 *   <li>{@link pagelife.reports.Report}: the root of a tree, one kind for each thing that is reported, and
 *       {@link pagelife.reports.Part}: what it consists of. The names of the components are those of the fields in
 *       JSON.
 *   <li>{@link pagelife.reports.CheckReport}: one check, with {@link pagelife.reports.ToldFinding}s, their
 *       {@link pagelife.reports.Fact}s, {@link pagelife.reports.ToldTrace}s and {@link pagelife.reports.ToldLedger}s.
 *   <li>{@link pagelife.reports.CatalogueReport} and {@link pagelife.reports.LitmusReport}: expected against found,
 *       with a {@link pagelife.reports.Line} for each spec or test; then the reports about statements, design spaces,
 *       costs, speed, and what there is to check.
 *   <li>{@link pagelife.reports.ReportFormat}: a way to write them, {@link pagelife.reports.Growing} where that begins
 *       before all is known; {@link pagelife.reports.text} and {@link pagelife.reports.json} are the ways that there
 *       are.
 *   <li>{@link pagelife.reports.Question}: what was asked, down to the command that asks it again;
 *       {@link pagelife.reports.Outcome}, {@link pagelife.reports.SpecOutcome} and
 *       {@link pagelife.reports.LitmusOutcome}: what came out. Trees are made of them.
 * </ul>
 */
package pagelife.reports;
