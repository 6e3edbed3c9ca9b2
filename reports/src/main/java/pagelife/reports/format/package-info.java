/**
 * What a format is: {@link pagelife.reports.format.ReportFormat} writes a report to a page, or as
 * {@linkplain pagelife.reports.format.Document documents}; {@link pagelife.reports.format.Growing} is one that begins
 * before all is known, {@link pagelife.reports.format.PerTrace} one that writes each trace by itself. Each way to write
 * has a package of its own; the two that are one class stand here: {@link pagelife.reports.format.LitmusFormat} for
 * tests, {@link pagelife.reports.format.GraphExport} for graphs of states.
 */
package pagelife.reports.format;
