package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Stopwatch;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import pagelife.checker.Checker;
import pagelife.checker.agreement.Blueprint.ClaimPlan;
import pagelife.checker.agreement.Blueprint.Formula;
import pagelife.checker.agreement.Blueprint.Kind;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Fairness;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.naive.Spin;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/**
 * Random models against a foreign checker, which shares neither code nor author: how many states and transitions
 * there are, what can be reached, and which formulas of linear time hold, with fairness and without.
 */
class SpinModelsTest {
    /** How many models the long run has: {@code -Dsoak.spin=N}. */
    private static final int MODELS = Integer.getInteger("soak.spin", 500);

    /** In the spelling of both. */
    private static final List<String> RUNS = List.of(
            "[] (p -> <> q)",
            "[] <> p",
            "<> [] (p || q)",
            "p U q",
            "([] <> p) -> ([] <> q)",
            "[] (q -> (q U p))",
            "<> q");

    /** Spin reads no longer ones. */
    private static final int LONGEST = 1_000;

    /** What was compared of a model: as many answers without fairness, and as many with. */
    private record Compared(int plain, int fair) {}

    private static Blueprint blueprint(int seed) {
        return Roller.roll(
                Dice.of(new Random(seed).ints(600, 0, 100_000).boxed().toList()));
    }

    private static Compared compare(int seed, Blueprint blueprint) throws IOException {
        Path folder = Files.createTempDirectory("pagelife-spin");
        try {
            return new Comparison(blueprint, folder).all();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + " on " + blueprint, e);
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    /** A model, and what both say of it. */
    private static final class Comparison {
        private final Blueprint blueprint;
        private final Construction built;
        private final Seq<Property> properties;
        private final NaiveSearch oracle;
        private final LinkedHashMap<String, String> formulas;
        private final Spin spin;

        Comparison(Blueprint blueprint, Path folder) {
            this.blueprint = blueprint;
            this.built = new Construction(blueprint);
            this.properties = built.properties();
            this.oracle = new NaiveSearch(built.model(), properties);
            Promela promela = new Promela(blueprint);
            promela.text(Map.of()); // finds the guards
            this.formulas = formulas(promela);
            this.spin = Spin.of(promela.text(formulas.toJavaMap()), folder);
        }

        private LinkedHashMap<String, String> formulas(Promela promela) {
            LinkedHashMap<String, String> claims = LinkedHashMap.ofEntries(Vector.range(
                            0, blueprint.claims().size())
                    .filter(i -> blueprint.claims().get(i).kind() != Kind.STEP)
                    .map(i -> Tuple.of(
                            "claim" + i, "[] !" + shown(blueprint.claims().get(i), promela))));
            return LinkedHashMap.ofEntries(Vector.ofAll(RUNS).zipWithIndex((run, i) -> Tuple.of("run" + i, run(run))))
                    .merge(claims)
                    .filterValues(text -> text.length() <= LONGEST);
        }

        /** What shows a violation, or for a sometimes a witness. */
        private static String shown(ClaimPlan claim, Promela promela) {
            String formula = Promela.expression(claim.formula());
            return switch (claim.kind()) {
                case INVARIANT -> "(!" + formula + ")";
                case INVARIANT_WITH_PREMISE -> "(" + Promela.expression(claim.premise()) + " && !" + formula + ")";
                case SOMETIMES -> formula;
                case NO_DEADLOCK -> "(" + promela.stuck() + " && !" + formula + ")";
                case STEP -> throw new IllegalArgumentException("a claim about steps is none about states");
            };
        }

        private Formula side(int number) {
            List<ClaimPlan> claims = blueprint.claims();
            ClaimPlan claim = claims.get(number % claims.size());
            return claim.kind() == Kind.STEP ? claim.premise() : claim.formula();
        }

        private String run(String text) {
            return text.replace("p", Promela.expression(side(0))).replace("q", Promela.expression(side(1)));
        }

        Compared all() {
            Spin.Counted counted = spin.count();
            Result result = Checker.check(built.model(), properties, Options.DEFAULT);
            assertEquals(counted.states(), result.counts().states(), "states");
            assertEquals(counted.transitions() - 1, result.counts().transitions(), "transitions");
            int plain = 0;
            int fair = 0;
            for (int i = 0; i < blueprint.claims().size(); i++) {
                plain += blueprint.claims().get(i).kind() == Kind.STEP ? 0 : claim(i, result);
            }
            for (int i = 0; i < RUNS.size(); i++) {
                plain += run(i, false);
                fair += mayBeFair() ? run(i, true) : 0;
            }
            return new Compared(plain, fair);
        }

        private int claim(int number, Result result) {
            Property claim = properties.get(number);
            Finding finding =
                    result.findings().find(one -> one.property() == claim).get();
            Option<Boolean> answer = ask("claim" + number, false);
            answer.forEach(never -> assertEquals(never, finding.trace().isEmpty(), claim.name()));
            return answer.isDefined() ? 1 : 0;
        }

        private Option<Boolean> ask(String name, boolean fair) {
            return formulas.containsKey(name) ? spin.holds(name, fair) : Option.none();
        }

        private int run(int number, boolean fair) {
            Option<Boolean> answer = ask("run" + number, fair);
            answer.forEach(
                    holds -> assertEquals(holds, holds(RUNS.get(number), fair), RUNS.get(number) + ", fair " + fair));
            return answer.isDefined() ? 1 : 0;
        }

        /**
         * Spin lets a run end only where no step is possible, which is what fairness towards all steps taken as one
         * demands.
         */
        private boolean holds(String text, boolean fair) {
            Vocabulary words = new Vocabulary(
                    built.model(), LinkedHashMap.of("p", built.holds(side(0)), "q", built.holds(side(1))));
            Assumptions assumed =
                    fair ? Assumptions.every(Fairness.WEAK) : Assumptions.NONE.with(Assumption.ALL, Fairness.WEAK);
            Temporal claim = Temporal.of(
                    "run",
                    "",
                    FormulaParser.parse(text, words).getOrElseThrow(error -> new AssertionError(error.sentence())));
            return Checker.check(built.model(), Vector.of(claim), Options.DEFAULT.withFairness(assumed))
                            .findings()
                            .head()
                            .verdict()
                    != Verdict.VIOLATED;
        }

        /** With -f, Spin 6.5.2 misses runs that end: it takes a stuck state for no acceptance cycle. */
        private boolean mayBeFair() {
            return oracle.depths().keySet().stream()
                    .noneMatch(state -> NaiveSearch.from(state).isEmpty());
        }
    }

    private static Compared compare(int first, int models, TestReporter reporter) throws IOException {
        assumeTrue(Spin.isInstalled(), "spin and gcc are not both installed");
        Stopwatch running = Stopwatch.createStarted();
        int plain = 0;
        int fair = 0;
        int compared = 0;
        for (int seed = first; compared < models; seed++) {
            Blueprint blueprint = blueprint(seed);
            if (Promela.isPossible(blueprint)) {
                Compared one = compare(seed, blueprint);
                plain += one.plain();
                fair += one.fair();
                compared++;
            }
        }
        reporter.publishEntry(
                "spin",
                compared + " models, " + plain + " answers, " + fair + " with fairness, in "
                        + running.elapsed(TimeUnit.SECONDS) + " s");
        return new Compared(plain, fair);
    }

    @Test
    void spinGivesTheSameAnswersAboutRandomModels(TestReporter reporter) throws IOException {
        Compared all = compare(1, 4, reporter);
        assertTrue(all.plain() > 30, all + ": too few answers to mean anything");
    }

    @Test
    @Tag("soak")
    void spinGivesTheSameAnswersAboutManyRandomModels(TestReporter reporter) throws IOException {
        Compared all = compare(1000, MODELS, reporter);
        assertTrue(all.plain() > 6 * MODELS && all.fair() > 0, all + ": too few answers to mean anything");
    }
}
