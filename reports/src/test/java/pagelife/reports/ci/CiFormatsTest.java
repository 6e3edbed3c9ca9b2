package pagelife.reports.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;
import pagelife.reports.CatalogueTest;
import pagelife.reports.CheckReport;
import pagelife.reports.Golden;
import pagelife.reports.Report;
import pagelife.reports.Toys;
import pagelife.reports.format.ReportFormat;

class CiFormatsTest {
    private static String text(ReportFormat format, Report report) {
        return Captured.text(format, report, 100);
    }

    private static CheckReport racy() {
        return CheckReport.of(Toys.racy());
    }

    @Test
    void junitIsAsItWas() {
        Golden.expect("check.junit.xml", text(new JUnitFormat(), racy()));
    }

    @Test
    void sarifIsAsItWas() {
        Golden.expect("check.sarif", text(new SarifFormat(), racy()));
    }

    @Test
    void gitHubIsAsItWas() {
        Golden.expect("check.github.txt", text(new GitHubFormat(), racy()));
    }

    /** Maven's own parser of such reports. */
    private static List<ReportTestSuite> suites(String xml) throws Exception {
        InputStreamReader in = new InputStreamReader(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        return new TestSuiteXmlParser(new NullConsoleLogger()).parse(in);
    }

    @Test
    void mavenReadsTheClaimsOfACheck() throws Exception {
        ReportTestSuite suite = suites(text(new JUnitFormat(), racy())).get(0);
        assertEquals(5, suite.getNumberOfTests());
        assertEquals(4, suite.getNumberOfFailures());
        assertEquals(
                List.of("SAFE-1 NoUse", "SAFE-2 NoResurrect", "SOME-1 Freed", "no deadlock", "SAFE-3 Never"),
                suite.getTestCases().stream().map(ReportTestCase::getName).toList());
        ReportTestCase first = suite.getTestCases().get(0);
        assertTrue(first.hasFailure());
        assertEquals("VIOLATED in 4 steps: a freed page has no reference", first.getFailureMessage());
        assertTrue(first.getFailureDetail().contains("free: p1 put"), first.getFailureDetail());
    }

    @Test
    void mavenReadsTheRowsOfTheCatalogue() throws Exception {
        List<ReportTestSuite> suites = suites(text(new JUnitFormat(), CatalogueTest.REPORT));
        assertEquals(
                4, suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum());
        assertEquals(
                1,
                suites.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum());
        assertEquals(
                1, suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum());
        assertEquals(
                1, suites.stream().mapToInt(ReportTestSuite::getNumberOfSkipped).sum());
    }

    @Test
    void anotherLibraryKnowsEveryFieldOfSarif() throws IOException {
        ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        SarifSchema210 log = strict.readValue(text(new SarifFormat(), racy()), SarifSchema210.class);
        assertEquals(SarifSchema210.Version._2_1_0, log.getVersion());
        assertEquals(5, log.getRuns().get(0).getTool().getDriver().getRules().size());
        List<Result> results = log.getRuns().get(0).getResults();
        Result first = results.get(0);
        assertEquals("SAFE-1", first.getRuleId());
        assertEquals(Result.Kind.FAIL, first.getKind());
        CodeFlow flow = first.getCodeFlows().get(0);
        assertEquals(
                List.of("pin1", "free"),
                flow.getThreadFlows().stream().map(ThreadFlow::getId).toList());
        List<Integer> order = flow.getThreadFlows().stream()
                .flatMap(thread -> thread.getLocations().stream())
                .map(ThreadFlowLocation::getExecutionOrder)
                .sorted()
                .toList();
        assertEquals(List.of(1, 2, 3, 4), order);
        assertEquals(
                "mm/gup.c",
                flow.getThreadFlows()
                        .get(0)
                        .getLocations()
                        .get(0)
                        .getLocation()
                        .getPhysicalLocation()
                        .getArtifactLocation()
                        .getUri());
        assertEquals(Result.Kind.PASS, results.get(2).getKind());
    }

    /** As the toolkit of its runner unescapes them. */
    @Test
    void anAnnotationIsALine() {
        String[] lines = text(new GitHubFormat(), racy()).split("\n");
        assertEquals(5, lines.length);
        for (String line : lines) {
            assertTrue(line.matches("::(error|warning|notice) title=[^,:]+::.+"), line);
        }
        String message = lines[0].substring(lines[0].indexOf("::", 2) + 2);
        assertTrue(message.replace("%0A", "\n").replace("%25", "%").lines().count() > 4, message);
    }
}
