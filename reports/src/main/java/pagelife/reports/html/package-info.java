/**
 * Reports as a page for a browser: {@link pagelife.reports.html.HtmlFormat} writes one file that needs nothing else,
 * {@link pagelife.reports.html.Template} puts data into it, and the rest is that data. What the page does stands in the
 * resources beside this package, {@code page/*.js}.
 */
package pagelife.reports.html;
