/**
 * Paper and ink: {@link pagelife.reports.page.Page} is a stream with a width and colours, the rest breaks lines, writes
 * numbers, and keeps terminals from harm.
 */
package pagelife.reports.page;
