/**
 * Pagelife in tests of JUnit 5: {@link pagelife.reports.junit.PagelifeAssertions}. JUnit is not brought along: name it
 * in your own project.
 */
package pagelife.reports.junit;
