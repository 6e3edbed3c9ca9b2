package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Variant;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;

/** The litmus test that a run stands for has the same states and the same answers, and its schedules can be gone. */
class RoundTripTest {
    /** Models that are there to be measured. */
    private static final Seq<String> BENCHMARKS = Vector.of("dax", "philosophers");

    @TestFactory
    Stream<DynamicTest> everySpecOfTheCatalogueComesBackAsALitmusTest() {
        return Catalogue.families()
                .reject(specs -> BENCHMARKS.contains(specs.family().name()))
                .flatMap(specs ->
                        specs.specs().map(spec -> DynamicTest.dynamicTest(spec.id(), () -> compare(specs, spec))))
                .toJavaStream();
    }

    private static <P extends Protocol> void compare(FamilySpecs<P> specs, Spec spec) {
        Variant variant = specs.family().variant(spec.variant()).get();
        P protocol = specs.family().build(variant, spec.rules(), spec.bounds());
        Seq<String> names = spec.expectations().map(Expectation::property);
        Seq<Property> properties = specs.properties(protocol)
                .appendAll(specs.temporal(protocol))
                .filter(property -> names.contains(property.name()));
        Options options = spec.fairness().map(Options.DEFAULT::withFairness).getOrElse(Options.DEFAULT);
        Result found = Checker.check(protocol.model(), properties, options);
        Litmus written = new AsLitmus(Subject.of(specs, spec), spec.fairness()).test(found.findings(), true);
        Litmus read = Litmus.parse(written.toString());
        Result again =
                Posed.of(read, Catalogue.families()).answer(Options.DEFAULT).result();
        assertEquals(found.counts(), again.counts());
        assertEquals(answers(found), answers(again));
        assertEquals(answers(found), read.conditions().map(RoundTripTest::expected));
    }

    private static Seq<String> answers(Result result) {
        return result.findings()
                .map(finding -> finding.property().name() + " "
                        + Expected.text(finding.verdict(), finding.trace().map(Trace::length)));
    }

    private static String expected(Condition condition) {
        Expectation expected = condition.expected().get();
        return condition.name() + " " + Expected.text(expected.verdict(), expected.length());
    }
}
