/**
 * Results as text and JSON. Takes data and writes it to the stream it is given; decides nothing and runs nothing.
 *
 * <ul>
 *   <li>{@link pagelife.reports.Question}: what was asked, down to the command that asks it again;
 *       {@link pagelife.reports.Outcome}: what came out.
 *   <li>{@link pagelife.reports.TextReport} and {@link pagelife.reports.JsonReport}: one check, for people and for
 *       programs.
 *   <li>{@link pagelife.reports.SpecOutcome}: a spec, expected against found;
 *       {@link pagelife.reports.CatalogueText} and {@link pagelife.reports.CatalogueJson}: all of them.
 *   <li>{@link pagelife.reports.ListText}: what there is to check.
 *   <li>{@link pagelife.reports.Page}: the stream, its width and its colours.
 * </ul>
 */
package pagelife.reports;
