package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;

/** What went wrong in other checkers and concerns no single formula of linear time, under each way to search. */
class PeersFailuresTest {
    static Iterable<Configuration> configurations() {
        return Configuration.ALL;
    }

    /** Murphi, by the notes of its authors: a loop over a range from below zero to above did nothing. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aRangeAcrossZeroWasNotExplored(Configuration configuration) {
        ModelBuilder builder = Model.builder("range");
        Cell<Integer> cell = builder.cell("cell", 9);
        builder.task("choose").step("choose", now -> now.write(cell, now.choose("value", Vector.rangeClosed(-2, 2))));
        Result result = Checker.check(
                builder.build(),
                Vector.rangeClosed(-2, 2)
                        .map(value -> Invariant.always(
                                "not " + value, "", view -> !view.read(cell).equals(value))),
                configuration.options());
        assertEquals(6, result.counts().states());
        assertTrue(result.findings().forAll(finding -> finding.verdict() == Verdict.VIOLATED));
    }

    /** TLC 1385: after violations the search went on, and in the end it said that there was no error. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aSearchThatWentOnAfterAViolationEndedInSuccess(Configuration configuration) {
        ModelBuilder builder = Model.builder("count");
        Cell<Integer> count = builder.cell("count", 0);
        builder.task("count").forever().step("count", now -> {
            now.await(now.read(count) < 20);
            now.change(count, n -> n + 1);
        });
        Result result = Checker.check(
                builder.build(),
                Vector.<Property>of(
                        Invariant.always("early", "", view -> view.read(count) < 3),
                        Invariant.always("late", "", view -> view.read(count) < 30)),
                configuration.options());
        assertEquals(Stop.COMPLETE, result.stop());
        assertEquals(21, result.counts().states());
        assertEquals(
                Vector.of(Verdict.VIOLATED, Verdict.HOLDS),
                result.findings().map(Finding::verdict).toVector());
    }

    /** TLC 1440: what a claim about runs speaks of could not be worked out, and the claim held. */
    @ParameterizedTest
    @MethodSource("configurations")
    void anErrorInAClaimAboutRunsWasASuccess(Configuration configuration) {
        ModelBuilder builder = Model.builder("count");
        Cell<Integer> count = builder.cell("count", 0);
        builder.task("count").forever().step("count", now -> {
            now.await(now.read(count) < 5);
            now.change(count, n -> n + 1);
        });
        Model model = builder.build();
        Vocabulary words = new Vocabulary(model, LinkedHashMap.of("p", view -> 10 / (5 - view.read(count)) > 0));
        Seq<Property> claims = Vector.of(Temporal.of(
                "run",
                "",
                FormulaParser.parse("[]<>p", words).getOrElseThrow(error -> new AssertionError(error.sentence()))));
        RuntimeException error =
                assertThrows(RuntimeException.class, () -> Checker.check(model, claims, configuration.options()));
        assertTrue(error.getMessage().contains("by zero"), error.getMessage());
    }

    /** Spin 78: an assertion within a step was missed. */
    @ParameterizedTest
    @MethodSource("configurations")
    void anAssertionWithinAStepWasMissed(Configuration configuration) {
        ModelBuilder builder = Model.builder("assert");
        Cell<Integer> count = builder.cell("count", 0);
        for (String name : Vector.of("one", "two")) {
            builder.task(name).step("add", now -> {
                if (now.change(count, n -> n + 1) == 2) {
                    throw new AssertionError("both were here");
                }
            });
        }
        Result result = Checker.check(builder.build(), Vector.empty(), configuration.options());
        Finding failure = result.findings().head();
        assertEquals(Verdict.VIOLATED, failure.verdict());
        assertEquals(2, failure.trace().get().length());
    }
}
