/**
 * Reports for machines that build: {@link pagelife.reports.ci.JUnitFormat}, {@link pagelife.reports.ci.SarifFormat} and
 * {@link pagelife.reports.ci.GitHubFormat}.
 */
package pagelife.reports.ci;
