package pagelife.specs.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Size;
import pagelife.specs.Spec;
import pagelife.specs.TabledSpecs;
import pagelife.specs.devdax.DevdaxSpecs;
import pagelife.specs.mutants.MutantSurvey;
import pagelife.specs.mutants.Mutated;
import pagelife.specs.mutants.Scene;

/** Every row of every family comes out as expected, and says enough. */
final class CatalogueTest {
    private static final Options AUDITED = Options.DEFAULT.withAuditEvery(1);

    /** Too large for a table that is to be checked in seconds: they are there to be measured. */
    private static final Seq<String> LARGE = Vector.of(
            "dax/medium", "dax/large", "dax/huge", "philosophers/medium", "philosophers/large", "philosophers/huge");

    /** What its own family cannot break, with the family that can. */
    private static final Map<String, String> BROKEN_ELSEWHERE =
            LinkedHashMap.of("fsdax LTL-5 EntryLockProgress", "entrylock");

    /** A file system that is shut down, with a fault and a removal only. */
    private static final String SHUT_DOWN = "fsdax/7.2-xfs slowGups=0 fastGups=0 truncates=0 munmaps=0";

    /** What no rule of its family breaks, but a mistake in a step of this variant, within these bounds. */
    private static final Map<String, String> BROKEN_BY_MUTANTS = LinkedHashMap.<String, String>empty()
            .put("fsdax INV-13 DeadFirst", "fsdax/7.2-ext4")
            .put("fsdax INV-14 NothingHeld", "fsdax/7.2-ext4")
            .put("fsdax INV-15 MapCount", "fsdax/7.2-ext4")
            .put("fsdax ACT-6 WokenLeaves", "fsdax/7.2-ext4")
            .put("fsdax INV-20 WritersOut", SHUT_DOWN)
            .put("fsdax INV-21 VisitedLocked", SHUT_DOWN)
            .put("fsdax INV-22 ShutDownFirst", SHUT_DOWN)
            .put("fsdax ACT-10 ThawedShutDown", SHUT_DOWN)
            .put("pagefree memory of a program is charged", "pagefree/7.2")
            .put("migrate INV-14 NothingHeld", "migrate/fault-held")
            .put("migrate unmapped memory stays unmapped", "migrate/private")
            .put("tails a tail leads to its head", "tails/gigantic-5.14")
            .put("tails a page is locked by itself", "tails/order-6.15")
            .put("gup INV-23m TruncatedMapped", "gup/longterm-7.2")
            .put("gup INV-23 TruncatedPin", "gup/longterm-7.2")
            .put("teardown a removal leaves nothing", "teardown/5.13-gup")
            .put("devdax INV-15 MapCount", "devdax/7.2")
            .put("devdax INV-16 MadeWhole", "devdax/7.2")
            .put("devdax INV-17 SetUpFirst", "devdax/7.2")
            .put("devdax ACT-7 InitialisedFirst", "devdax/7.2")
            .put("gup a shared page is read-only", "gup/fork-5.11")
            .put("gup mappings follow forks and copies", "gup/fork-5.11")
            .put("gup a write finds its own page", "gup/fork-5.11")
            .put("gup the count goes round", "gup/overflow-5.1")
            .put("waitwake INV-18 EndedNotQueued", "waitwake/right")
            .put("entrylock ACT-9 Invalidated", "entrylock/5.13")
            .put("layouts ACT-8 ChangedUnderLock", "layouts/6.1")
            .put("layouts INV-18 EndedNotQueued", "layouts/6.1")
            .put("layouts INV-19 FreeOfNoFile", "layouts/6.1");

    private static Seq<FamilySpecs<?>> tables() {
        return Catalogue.families();
    }

    @TestFactory
    Stream<DynamicTest> everyRowComesOutAsExpected() {
        return tables().flatMap(CatalogueTest::rows).toJavaStream();
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
        for (FamilySpecs<?> table : tables()) {
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
        return tables().map(table -> DynamicTest.dynamicTest(
                        table.family().name(), () -> assertEquals(Vector.empty(), unbroken(table))))
                .toJavaStream();
    }

    @Test
    void whatIsBrokenElsewhereIs() {
        BROKEN_ELSEWHERE.forEach((claim, family) -> {
            FamilySpecs<?> other =
                    tables().find(table -> table.family().name().equals(family)).get();
            String name = claim.substring(claim.indexOf(' ') + 1);
            assertTrue(broken(other).contains(name), claim);
        });
    }

    @Test
    void whatMutantsBreakTheyDo() {
        BROKEN_BY_MUTANTS.values().distinct().forEach(variant -> {
            Seq<String> broken = mutated(variant)
                    .kills()
                    .filterValues(killed -> killed > 0)
                    .keySet()
                    .toVector();
            BROKEN_BY_MUTANTS
                    .filterValues(variant::equals)
                    .keySet()
                    .forEach(claim -> assertTrue(broken.contains(claim.substring(claim.indexOf(' ') + 1)), claim));
        });
    }

    private static Mutated mutated(String text) {
        String[] parts = text.split(" ", 2);
        Settings bounds = parts.length == 1 ? Settings.NONE : Settings.parse(parts[1]);
        Scene scene = new Scene(text, () -> Inquiry.about(Catalogue.families(), parts[0], Settings.NONE, bounds));
        return new MutantSurvey(Vector.of(scene), Options.DEFAULT, 2).run((done, all) -> {});
    }

    @Test
    void theIdsOfSpecsAreUnique() {
        Seq<String> ids = Catalogue.specs().map(Spec::id);
        assertEquals(ids, ids.distinct());
    }

    /** One id is one claim: who looks for INV-5 finds the same in every family. */
    @Test
    void theIdsOfClaimsAreUnique() {
        Map<String, Seq<String>> names = tables().flatMap(CatalogueTest::claims)
                .groupBy(Property::id)
                .mapValues(claims -> claims.map(Property::name).distinct());
        assertEquals(
                Vector.empty(), names.values().filter(all -> all.size() > 1).toVector());
    }

    /** And says the same: another sentence is another claim, which needs an id of its own. */
    @Test
    void everyClaimHasOneSentence() {
        Map<String, Seq<String>> sentences = tables().flatMap(CatalogueTest::claims)
                .groupBy(Property::id)
                .mapValues(claims -> claims.map(Property::claim).distinct())
                .filterValues(all -> all.size() > 1);
        assertEquals("", sentences.mkString("\n"));
    }

    @Test
    void anExpectationAboutNoClaimIsRefused() {
        TabledSpecs.Row row = TabledSpecs.row("5.17").violated("no such claim", 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> DevdaxSpecs.table().and(row).specs());
    }

    /** Every claim that some row is about. */
    private static <P extends Protocol> Seq<Property> claims(FamilySpecs<P> table) {
        return table.specs().flatMap(spec -> inquiry(table, spec).all());
    }

    /** The claims that hold in every row, but for those that ask for something possible. */
    private static Seq<String> unbroken(FamilySpecs<?> table) {
        String family = table.family().name();
        return claims(table)
                .reject(Sometimes.class::isInstance)
                .map(Property::name)
                .distinct()
                .removeAll(broken(table))
                .reject(name -> BROKEN_ELSEWHERE.containsKey(family + " " + name)
                        || BROKEN_BY_MUTANTS.containsKey(family + " " + name));
    }

    private static Seq<String> broken(FamilySpecs<?> table) {
        return table.specs()
                .flatMap(Spec::expectations)
                .filter(expected -> expected.verdict() == Verdict.VIOLATED)
                .map(Expectation::property);
    }

    private static <P extends Protocol> Seq<DynamicTest> rows(FamilySpecs<P> table) {
        return table.specs()
                .map(spec -> DynamicTest.dynamicTest(spec.id(), () -> {
                    Inquiry<P> inquiry = inquiry(table, spec);
                    Seq<Property> claims = inquiry.all()
                            .filter(claim -> spec.expectations()
                                    .exists(expected -> expected.property().equals(claim.name())));
                    Result result = inquiry.check(
                            claims, spec.fairness().map(AUDITED::withFairness).getOrElse(AUDITED));
                    assertEquals(Stop.COMPLETE, result.stop());
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

    private static <P extends Protocol> Inquiry<P> inquiry(FamilySpecs<P> table, Spec spec) {
        Variant variant = table.family().variant(spec.variant()).get();
        return Inquiry.about(table, variant, spec.rules(), spec.bounds());
    }

    private static <P extends Protocol> boolean witnesses(FamilySpecs<P> table, Spec spec) {
        return inquiry(table, spec).claims().exists(Sometimes.class::isInstance);
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
