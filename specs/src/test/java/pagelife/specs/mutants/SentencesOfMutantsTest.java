package pagelife.specs.mutants;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.Model;
import pagelife.checker.model.Rewriting;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.specs.Inquiry;
import pagelife.specs.Sentenced;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.catalogue.Samples;

/** Mutants break claims in ways that nobody thought of: what is said of them is so, too. */
class SentencesOfMutantsTest {
    /** More of them are there: fewer would show that mutants are no longer made, or no longer noticed. */
    private static final int FEWEST = 1500;

    /** A mutant may have no end of states; its counterexamples are short. */
    private static final Options EACH =
            Options.DEFAULT.withThreads(1).withLimits(Options.DEFAULT.limits().withStates(30_000));

    @TestFactory
    Stream<DynamicTest> everySentenceIsTrueOfItsTrace() {
        AtomicInteger told = new AtomicInteger();
        return Samples.ofEveryFamily()
                .map(variant -> DynamicTest.dynamicTest(variant, () -> told.addAndGet(check(variant))))
                .append(DynamicTest.dynamicTest(
                        "they are many", () -> assertTrue(told.get() > FEWEST, told + " counterexamples")))
                .toJavaStream();
    }

    private static int check(String variant) {
        Supplier<Inquiry<?>> declared =
                () -> Inquiry.about(Catalogue.families(), variant, Settings.NONE, Settings.NONE);
        Model plain = declared.get().model();
        Names names = Names.of(plain);
        return Sketch.of(plain)
                .mutants()
                .map(mutant -> new Tampering(mutant, names.operations()))
                .map(tampering -> check(tampering, declared))
                .sum()
                .intValue();
    }

    /** A mutant that breaks a promise of the modelling language has no verdicts. */
    private static int check(Tampering tampering, Supplier<Inquiry<?>> declared) {
        Option<Tuple2<Inquiry<?>, Seq<Finding>>> found = Try.<Inquiry<?>>of(() -> Rewriting.during(tampering, declared))
                .<Tuple2<Inquiry<?>, Seq<Finding>>>map(inquiry ->
                        Tuple.of(inquiry, inquiry.check(inquiry.claims(), EACH).findings()))
                .toOption();
        return found.isEmpty() ? 0 : check(found.get()._1(), found.get()._2());
    }

    private static int check(Inquiry<?> inquiry, Seq<Finding> findings) {
        Explainer explainer = new Explainer(inquiry.model());
        Seq<Finding> broken = findings.filter(finding -> finding.verdict() == Verdict.VIOLATED);
        broken.forEach(finding -> new Sentenced(
                        explainer
                                .explain(finding.property(), finding.trace().get())
                                .sentence(),
                        finding.trace().get())
                .assertIsSo());
        return broken.size();
    }
}
