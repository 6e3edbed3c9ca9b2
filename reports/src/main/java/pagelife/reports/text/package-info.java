/**
 * Reports for people: {@link pagelife.reports.text.TextFormat} leads each kind of report to the class that writes it.
 * All that these know is in the tree.
 */
package pagelife.reports.text;
