package pagelife.reports.junit;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Assertions;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.reports.Line;
import pagelife.reports.ToldSpec;
import pagelife.reports.ask.Answer;
import pagelife.reports.ask.Ask;
import pagelife.reports.outcome.Names;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.own.Study;
import pagelife.specs.own.StudySpecs;

/**
 * Assertions about protocols for JUnit 5. Where one fails it says which claim has which verdict, the counterexample as
 * the text for a commit message, and the command that repeats it, if there is one:
 *
 * <pre>{@code
 * no deadlock: VIOLATED in 4 steps
 *
 *   user                               teardown
 *   ----                               --------
 *   does somebody wait?
 *                                      queue
 *   put
 *
 * Broken: in every state some step is possible or every actor has
 * finished. 4 steps, 1 left out.
 * }</pre>
 *
 * <p>What is asked wrongly, or of a model that breaks its promises, is no failed assertion but an exception, as
 * {@link Ask#answer} says.
 */
public final class PagelifeAssertions {
    private PagelifeAssertions() {}

    /** Every claim that is asked about holds, and what can happen does. */
    public static void assertHolds(Ask ask) {
        assertHolds(ask.answer());
    }

    /** These claims about the first variant of a protocol hold; where none is named, all but those about runs. */
    public static void assertHolds(Study study, String... claims) {
        assertHolds(Ask.about(study).claims(claims));
    }

    /** These claims about a model hold. */
    public static void assertHolds(Model model, Property... claims) {
        assertHolds(Ask.about(model, claims));
    }

    private static void assertHolds(Answer answer) {
        if (!answer.holds()) {
            Assertions.fail(message(
                    answer,
                    answer.result()
                            .findings()
                            .reject(finding -> finding.verdict() == Verdict.HOLDS)
                            .map(finding -> finding.property().name() + ": " + words(finding))));
        }
    }

    /** A claim is broken, and the shortest counterexample has so many steps. */
    public static void assertBroken(Ask ask, String claim, int steps) {
        Answer answer = ask.claims(claim).answer();
        Finding finding = answer.finding(claim);
        if (finding.verdict() != Verdict.VIOLATED
                || !finding.trace().map(Trace::length).contains(steps)) {
            Assertions.fail(message(
                    answer,
                    Vector.of(finding.property().name() + ": expected VIOLATED in " + steps + " steps, found "
                            + words(finding))));
        }
    }

    /** A claim about the first variant of a protocol is broken, and the shortest counterexample has so many steps. */
    public static void assertBroken(Study study, String claim, int steps) {
        assertBroken(Ask.about(study), claim, steps);
    }

    /** A claim about a model is broken, and the shortest counterexample has so many steps. */
    public static void assertBroken(Model model, Property claim, int steps) {
        assertBroken(Ask.about(model, claim), claim.name(), steps);
    }

    /** Every variant of a protocol comes out as its {@link Study#outline} expects. */
    public static void assertAsExpected(Study study) {
        assertAsExpected(StudySpecs.of(study));
    }

    /** Every row of the table of a family comes out as it expects. */
    public static void assertAsExpected(FamilySpecs<?> specs) {
        Seq<String> wrong = specs.specs().flatMap(row -> difference(specs, row));
        if (!wrong.isEmpty()) {
            Assertions.fail(wrong.mkString("\n\n"));
        }
    }

    private static Option<String> difference(FamilySpecs<?> specs, Spec row) {
        Answer answer = Ask.about(Subject.of(specs, row))
                .searching(options -> options.withStopWhenDecided(row.size().isEmpty()))
                .answer();
        SpecOutcome found = SpecOutcome.of(
                row, claims(row, answer), answer.result(), answer.outcome().question());
        if (found.asExpected()) {
            return Option.none();
        }
        ToldSpec told = ToldSpec.of(found);
        return Option.some(message(
                answer,
                told.judgements()
                        .reject(Line.Judged::asExpected)
                        .map(judged -> row.id() + ", " + judged.difference())
                        .appendAll(told.size().flatMap(Line.Sizes::difference).map(size -> row.id() + ", " + size))));
    }

    private static Map<Expectation, Seq<Property>> claims(Spec row, Answer answer) {
        return LinkedHashMap.ofEntries(row.expectations()
                .map(expected -> Tuple.of(
                        expected, Vector.of(answer.finding(expected.property()).property()))));
    }

    private static String words(Finding finding) {
        return Names.word(finding.verdict())
                + finding.trace()
                        .map(trace -> " in " + trace.length() + (trace.length() == 1 ? " step" : " steps"))
                        .getOrElse("");
    }

    private static String message(Answer answer, Seq<String> wrong) {
        boolean broken = answer.result().findings().exists(finding -> finding.verdict() == Verdict.VIOLATED);
        return wrong.mkString("\n")
                + (broken ? "\n\n" + answer.commit().stripTrailing() : "")
                + (answer.command().isEmpty() ? "" : "\n\nrepeat  " + answer.command());
    }
}
