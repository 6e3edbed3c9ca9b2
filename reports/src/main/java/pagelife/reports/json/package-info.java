/**
 * Reports for programs: {@link pagelife.reports.json.JsonFormat} writes any tree by one rule, and
 * {@link pagelife.reports.json.Schemas} describe what it writes.
 */
package pagelife.reports.json;
