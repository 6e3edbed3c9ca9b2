package pagelife.specs.fsdax;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.Catalogue;
import pagelife.specs.Expectation;
import pagelife.specs.Spec;

/** Every row of the table, searched with every transition re-executed by the model's own code. */
class CatalogueTest {
    private static final FsdaxSpecs SPECS = new FsdaxSpecs();

    static Stream<Named<Spec>> rows() {
        return SPECS.specs().toJavaStream().map(spec -> Named.of(spec.id(), spec));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowIsAsExpected(Spec spec) {
        FsdaxProtocol protocol = build(spec);
        Seq<Property> claims = SPECS.properties(protocol)
                .appendAll(SPECS.temporal(protocol))
                .filter(claim -> spec.expectations()
                        .exists(expected -> expected.property().equals(claim.name())));
        Result found = Checker.check(protocol.model(), claims, Options.DEFAULT.withAuditEvery(1));
        assertEquals(Stop.COMPLETE, found.stop());
        assertAll(spec.expectations().toJavaStream().map(expected -> () -> assertAsExpected(expected, found)));
    }

    private static void assertAsExpected(Expectation expected, Result result) {
        Finding finding = result.finding(expected.property()).get();
        Option<Integer> length = finding.trace().map(Trace::length);
        assertEquals(expected.verdict(), finding.verdict(), () -> expected.property() + " in " + length + " steps");
        expected.length().forEach(steps -> assertEquals(steps, length.get(), expected::property));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowSaysWhatMustBePossible(Spec spec) {
        assertTrue(spec.expectations().exists(expected -> expected.property().startsWith("W-")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowGivesItsReasons(Spec spec) {
        assertTrue(!spec.cites().isEmpty() && !spec.why().isEmpty());
    }

    @Test
    void theIdsOfSpecsAreUnique() {
        Seq<String> ids = Catalogue.specs().map(Spec::id);
        assertEquals(ids, ids.distinct());
    }

    @Test
    void everyVariantHasARowForItselfAsItIs() {
        Seq<String> plain = SPECS.specs()
                .filter(spec -> spec.rules().isEmpty() && spec.bounds().isEmpty())
                .map(Spec::variant);
        assertEquals(FsdaxFamily.family().variants().map(Variant::fullName).toSet(), plain.toSet());
    }

    @Test
    void everyClaimIsBrokenBySomeRow() {
        Seq<Expectation> all = SPECS.specs().flatMap(Spec::expectations);
        Seq<String> broken =
                all.filter(expected -> expected.verdict() == Verdict.VIOLATED).map(Expectation::property);
        Seq<String> claims = all.map(Expectation::property)
                .filter(name -> !name.startsWith("W-"))
                .filter(name -> !name.startsWith("LTL-5")); // only the family of entry locks can break it
        assertEquals(claims.toSet(), broken.toSet());
    }

    private static FsdaxProtocol build(Spec spec) {
        Family<FsdaxProtocol> family = FsdaxFamily.family();
        Variant variant = family.variants()
                .find(known -> known.fullName().equals(spec.variant()))
                .get();
        return family.build(variant, spec.rules(), spec.bounds());
    }
}
