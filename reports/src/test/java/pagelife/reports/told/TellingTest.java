package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.explain.Explainer;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Stated;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.catalogue.Samples;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;
import pagelife.specs.mutants.MutantSurvey;
import pagelife.specs.threads.Experiment;
import pagelife.specs.threads.Threads;

/**
 * Every counterexample of everything that is shipped, and of mutants, of which nobody thought: each line that is told of it
 * is so in its states, the commit text among them, which fits, too.
 */
class TellingTest {
    private static final Path CORPUS = Path.of("../specs/litmus");

    /** What a long run tells beside those. */
    private static final Seq<String> FURTHER = Vector.of(
            "devdax/5.14-rc1",
            "devdax/5.17",
            "migrate/fault-held",
            "gup/fork-5.9",
            "gup/longterm-7.2",
            "layouts/4.19-rc",
            "layouts/6.16",
            "waitwake/m1",
            "waitwake/m8",
            "teardown/5.4-kvm",
            "teardown/5.13-gup",
            "tails/zero-6.16",
            "fsdax/7.2-ext4");

    /** A mutant may have no end of states; its counterexamples are short. */
    private static final Options EACH =
            Options.DEFAULT.withThreads(1).withLimits(Options.DEFAULT.limits().withStates(20_000));

    /** In every build one mutant in so many is told; a long run tells all. */
    private static final int SAMPLE = 8;

    @TestFactory
    Stream<DynamicTest> everyCounterexampleOfTheCatalogueIsToldAsItIs() {
        return Catalogue.families().flatMap(TellingTest::rows).toJavaStream();
    }

    private static <P extends Protocol> Seq<DynamicTest> rows(FamilySpecs<P> family) {
        return family.stated()
                .map(stated -> DynamicTest.dynamicTest(stated.outline().id(), () -> row(stated.build())));
    }

    private static void row(Stated.Built<?> built) {
        Seq<String> broken = built.spec()
                .expectations()
                .filter(one -> one.verdict() == Verdict.VIOLATED)
                .map(Expectation::property);
        Seq<Property> claims = built.claims().appendAll(built.temporal()).filter(one -> broken.contains(one.name()));
        Options options =
                built.spec().fairness().map(Options.DEFAULT::withFairness).getOrElse(Options.DEFAULT);
        check(
                built.inquiry(),
                claims.isEmpty()
                        ? Vector.empty()
                        : built.inquiry().check(claims, options).findings());
    }

    @TestFactory
    Stream<DynamicTest> everyCounterexampleOfWhatWasSaidIsToldAsItIs() {
        return Threads.claims()
                .flatMap(claim -> claim.experiments())
                .filter(Experiment.Check.class::isInstance)
                .map(Experiment.Check.class::cast)
                .filter(check -> check.expected() == Verdict.VIOLATED)
                .distinct()
                .map(check -> DynamicTest.dynamicTest(check.variant() + " " + check.property(), () -> said(check)))
                .toJavaStream();
    }

    private static void said(Experiment.Check check) {
        Inquiry<?> inquiry = Inquiry.about(Catalogue.families(), check.variant(), check.rules(), check.bounds());
        check(
                inquiry,
                inquiry.check(inquiry.called(check.property()), Options.DEFAULT).findings());
    }

    @TestFactory
    Stream<DynamicTest> everyCounterexampleOfALitmusTestIsToldAsItIs() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS)) {
            return Vector.ofAll(all.filter(Files::isRegularFile).sorted())
                    .map(file -> DynamicTest.dynamicTest(CORPUS.relativize(file).toString(), () -> litmus(file)))
                    .toJavaStream();
        }
    }

    private static void litmus(Path file) throws IOException {
        Answer answer = Posed.of(Litmus.parse(Files.readString(file)), Catalogue.families())
                .answer(Options.DEFAULT);
        check(answer.posed().inquiry(), answer.result().findings());
    }

    @TestFactory
    Stream<DynamicTest> whatAMutantBreaksIsToldAsItIs() {
        return mutants(Samples.ofTheKernel(), SAMPLE, 100);
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicTest> whatAnyMutantBreaksIsToldAsItIs() {
        return mutants(Samples.ofTheKernel().appendAll(FURTHER), 1, 3000);
    }

    /**
     * @param fewest more of them are there: fewer would show that mutants are no longer made, or no longer noticed
     */
    private static Stream<DynamicTest> mutants(Seq<String> variants, int oneIn, int fewest) {
        AtomicInteger told = new AtomicInteger();
        return variants.map(variant -> DynamicTest.dynamicTest(variant, () -> told.addAndGet(mutants(variant, oneIn))))
                .append(DynamicTest.dynamicTest(
                        "they are many", () -> assertTrue(told.get() > fewest, told + " counterexamples")))
                .toJavaStream();
    }

    private static int mutants(String variant, int oneIn) {
        Supplier<Inquiry<?>> declared =
                () -> Inquiry.about(Catalogue.families(), variant, Settings.NONE, Settings.NONE);
        return MutantSurvey.protocols(declared)
                .zipWithIndex()
                .filter(mutant -> mutant._2() % oneIn == 0)
                .map(mutant -> mutant(mutant._1()))
                .sum()
                .intValue();
    }

    /** A mutant that breaks a promise of the modelling language has no verdicts. */
    private static int mutant(Supplier<Inquiry<?>> mutant) {
        Option<Tuple2<Inquiry<?>, Seq<Finding>>> found = Try.<Inquiry<?>>of(mutant::get)
                .<Tuple2<Inquiry<?>, Seq<Finding>>>map(inquiry ->
                        Tuple.of(inquiry, inquiry.check(inquiry.claims(), EACH).findings()))
                .toOption();
        return found.map(pair -> check(pair._1(), pair._2())).getOrElse(0);
    }

    private static int check(Inquiry<?> inquiry, Seq<Finding> findings) {
        Explainer explainer = new Explainer(inquiry.model());
        Seq<Finding> broken = findings.filter(finding -> finding.verdict() == Verdict.VIOLATED);
        for (Finding finding : broken) {
            new Retold(
                            ToldFinding.of(finding, inquiry.protocol().books(), explainer),
                            finding.trace().get(),
                            inquiry.protocol().books())
                    .assertIsSo();
        }
        return broken.size();
    }
}
