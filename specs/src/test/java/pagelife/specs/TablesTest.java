package pagelife.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Variant;
import pagelife.specs.devdax.DevdaxSpecs;

/** Every row of the tabled families comes out as expected. */
final class TablesTest {
    private static final Options AUDITED = Options.DEFAULT.withAuditEvery(1);

    /** Too large for a table that is to be checked in seconds: they are there to be measured. */
    private static final Seq<String> LARGE = Vector.of(
            "dax/medium", "dax/large", "dax/huge", "philosophers/medium", "philosophers/large", "philosophers/huge");

    /** Models that are counted and timed beside those of other tools, with the bugs that these have. */
    private static final Seq<String> BENCHMARKS = Vector.of("dax", "philosophers");

    private static Seq<TabledSpecs<?>> tables() {
        Seq<TabledSpecs<?>> tables = Vector.empty();
        for (FamilySpecs<?> specs : Catalogue.families()) {
            tables = specs instanceof TabledSpecs<?> table ? tables.append(table) : tables;
        }
        return tables;
    }

    @TestFactory
    Stream<DynamicTest> everyRowComesOutAsExpected() {
        return tables().flatMap(TablesTest::rows).toJavaStream();
    }

    @TestFactory
    Stream<DynamicTest> everyRowSaysWhereItComesFromAndAsksForSomethingPossible() {
        return tables().flatMap(table -> table.specs()
                        .map(spec -> DynamicTest.dynamicTest(spec.id(), () -> {
                            assertTrue(!spec.cites().isEmpty() && !spec.why().isEmpty());
                            assertTrue(witnesses(table, spec));
                        })))
                .toJavaStream();
    }

    @Test
    void everyVariantHasARowForItselfAsItIs() {
        for (TabledSpecs<?> table : tables()) {
            Seq<String> plain = table.specs()
                    .filter(spec -> spec.rules().isEmpty() && spec.bounds().isEmpty())
                    .map(Spec::variant);
            assertEquals(
                    Vector.empty(),
                    table.family()
                            .variants()
                            .map(Variant::fullName)
                            .removeAll(plain)
                            .removeAll(LARGE));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyClaimIsBrokenBySomeRow() {
        return tables().reject(table -> BENCHMARKS.contains(table.family().name()))
                .map(table -> DynamicTest.dynamicTest(
                        table.family().name(), () -> assertEquals(Vector.empty(), unbroken(table))))
                .toJavaStream();
    }

    @Test
    void anExpectationAboutNoClaimIsRefused() {
        TabledSpecs.Row row = TabledSpecs.row("5.17").violated("no such claim", 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> DevdaxSpecs.table().and(row).specs());
    }

    /** The claims that hold in every row, but for those that ask for something possible. */
    private static <P extends Protocol> Seq<String> unbroken(TabledSpecs<P> table) {
        Seq<String> claims = table.specs()
                .map(spec -> protocol(table, spec))
                .flatMap(protocol -> table.properties(protocol).appendAll(table.temporal(protocol)))
                .reject(Sometimes.class::isInstance)
                .map(Property::name)
                .distinct();
        return claims.removeAll(table.specs()
                .flatMap(Spec::expectations)
                .filter(expected -> expected.verdict() == Verdict.VIOLATED)
                .map(Expectation::property));
    }

    private static <P extends Protocol> Seq<DynamicTest> rows(TabledSpecs<P> table) {
        return table.specs()
                .map(spec -> DynamicTest.dynamicTest(spec.id(), () -> {
                    P protocol = protocol(table, spec);
                    Seq<Property> claims = table.properties(protocol)
                            .appendAll(table.temporal(protocol))
                            .filter(claim -> spec.expectations()
                                    .exists(expected -> expected.property().equals(claim.name())));
                    Options options = spec.fairness().map(AUDITED::withFairness).getOrElse(AUDITED);
                    Result result = Checker.check(protocol.model(), claims, options);
                    assertEquals(
                            spec.expectations().mkString("\n"),
                            spec.expectations()
                                    .map(expected -> found(result, expected))
                                    .mkString("\n"));
                    spec.size()
                            .forEach(size -> assertEquals(
                                    size,
                                    new Size(
                                            result.counts().states(),
                                            result.counts().transitions())));
                }));
    }

    private static <P extends Protocol> P protocol(TabledSpecs<P> table, Spec spec) {
        Variant variant = table.family()
                .variants()
                .find(known -> known.fullName().equals(spec.variant()))
                .get();
        return table.family().build(variant, spec.rules(), spec.bounds());
    }

    private static <P extends Protocol> boolean witnesses(TabledSpecs<P> table, Spec spec) {
        Seq<Property> properties = table.properties(protocol(table, spec));
        return properties.exists(Sometimes.class::isInstance);
    }

    /** What was found, in the words of an expectation; its length only if one was expected. */
    private static Expectation found(Result result, Expectation expected) {
        Finding finding = result.finding(expected.property()).get();
        return new Expectation(
                expected.property(),
                finding.verdict(),
                expected.length().flatMap(any -> finding.trace().map(trace -> trace.length())));
    }
}
