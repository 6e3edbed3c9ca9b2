package pagelife.reports.ask;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.reports.CheckReport;
import pagelife.reports.format.Detail;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Unknown;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;

/**
 * What came out of a question, and all that the command prints of it.
 *
 * @param outcome the same with the model, the books and the options
 */
public record Answer(Outcome outcome) {
    /** What was found of each claim, and how much was explored. */
    public Result result() {
        return outcome.result();
    }

    /** Whether every claim that was asked about holds. */
    public boolean holds() {
        return result().findings().forAll(finding -> finding.verdict() == Verdict.HOLDS);
    }

    /**
     * What was found of a claim.
     *
     * @param claim its name, or its id; case does not matter
     * @throws Misasked if it was not asked about
     */
    public Finding finding(String claim) {
        Seq<Finding> asked = result().findings();
        return Property.called(asked.map(Finding::property), claim)
                .headOption()
                .flatMap(property -> result().finding(property.name()))
                .getOrElseThrow(() -> Unknown.name(
                        "claim",
                        claim,
                        asked.map(finding -> finding.property().name()),
                        "asked was about "
                                + asked.map(finding -> finding.property().name())
                                        .mkString(", ")));
    }

    /**
     * The verdict on a claim.
     *
     * @throws Misasked if it was not asked about
     */
    public Verdict verdict(String claim) {
        return finding(claim).verdict();
    }

    /** The command that asks the same again; empty where there is none. */
    public String command() {
        return outcome.question().command();
    }

    /** The whole report as a tree of records. */
    public CheckReport report() {
        return CheckReport.of(outcome);
    }

    /** The report that {@code check} prints: verdicts, a table for each counterexample, what was explored. */
    public String text() {
        return in("text");
    }

    /** The same facts as a JSON document; its schema is that of {@code check schema check}. */
    public String json() {
        return in("json");
    }

    /** Each broken claim as the text for a commit message. */
    public String commit() {
        return in("commit");
    }

    /**
     * The report in a format; of one that makes a document of each trace, all of them one after the other.
     *
     * @param format a name as for {@code --format}, such as {@code mermaid}
     * @throws Misasked if there is no such format, or it cannot say what a check says
     */
    public String in(String format) {
        return page(page -> format(format).write(report(), page));
    }

    /**
     * The documents that a format makes of the report: one for each trace that breaks a claim, by the id of the claim,
     * or just one, by the empty text.
     *
     * @throws Misasked as {@link #in}
     */
    public Map<String, String> documents(String format) {
        return LinkedHashMap.ofEntries(
                format(format).documents(report()).map(document -> Tuple.of(document.about(), page(document.body()))));
    }

    private static ReportFormat format(String name) {
        NamedFormat format = NamedFormat.of(name);
        if (!format.writes(CheckReport.KIND)) {
            throw new Misasked("format " + name + " cannot say what a check reports: those that can are "
                    + NamedFormat.writing(CheckReport.KIND).mkString(", "));
        }
        return format.made().apply(Detail.USUAL);
    }

    private static String page(Consumer<Page> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        body.accept(new Page(out, Page.USUAL_WIDTH, Ink.PLAIN));
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** As {@link #text}. */
    @Override
    public String toString() {
        return text();
    }
}
