package pagelife.specs.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.State;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Sentenced;
import pagelife.specs.Stated;

/** Every claim tells its counterexamples in words of its own, and what they say is so in the states of the trace. */
final class SentencesTest {
    @Test
    void everyClaimOfEveryFamilyHasWordsOfItsOwn() {
        assertEquals(
                HashSet.empty(),
                Catalogue.families().flatMap(SentencesTest::withoutWords).toSet());
    }

    private static <P extends Protocol> Set<String> withoutWords(FamilySpecs<P> family) {
        return family.stated()
                .map(Stated::build)
                .flatMap(built -> built.claims().appendAll(built.temporal()))
                .filter(claim ->
                        claim.kind() != Kind.SOMETIMES && claim.sentence().isEmpty())
                .map(claim -> family.family().name() + ": " + claim.name())
                .toSet();
    }

    @TestFactory
    Stream<DynamicTest> everySentenceIsTrueOfItsTrace() {
        return Catalogue.families().flatMap(SentencesTest::broken).toJavaStream();
    }

    private static <P extends Protocol> Seq<DynamicTest> broken(FamilySpecs<P> family) {
        return family.stated()
                .map(stated -> DynamicTest.dynamicTest(stated.outline().id(), () -> check(stated.build())));
    }

    private static void check(Stated.Built<?> built) {
        Set<String> names = built.spec()
                .expectations()
                .filter(one -> one.verdict() == Verdict.VIOLATED)
                .map(one -> one.property())
                .toSet();
        Seq<Property> claims = built.claims().appendAll(built.temporal()).filter(one -> names.contains(one.name()));
        if (claims.isEmpty()) {
            return;
        }
        Explainer explainer = new Explainer(built.inquiry().model());
        Options options =
                built.spec().fairness().map(Options.DEFAULT::withFairness).getOrElse(Options.DEFAULT);
        for (Property claim : claims) {
            Trace trace = built.inquiry()
                    .check(Vector.of(claim), options)
                    .finding(claim.name())
                    .flatMap(Finding::trace)
                    .get();
            assertTellsWhatItSaw(trace);
            String sentence = explainer.explain(claim, trace).sentence();
            new Sentenced(sentence, trace).assertIsSo();
        }
    }

    /** A step that changes nothing but its actor's place, and was decided by what it read, says what that was. */
    private static void assertTellsWhatItSaw(Trace trace) {
        Seq<String> silent = Vector.range(0, trace.length())
                .filter(i -> isSilent(trace.before(i), trace.steps().get(i)))
                .map(i -> (i + 1) + " " + trace.steps().get(i).step());
        assertEquals(Vector.empty(), silent, "steps that read something, change nothing, and say nothing");
    }

    private static boolean isSilent(State before, TraceStep taken) {
        return taken.said().isEmpty()
                && taken.events().isEmpty()
                && taken.reads().exists(cell -> cell != taken.step().actor().control())
                && taken.writes()
                        .forAll(cell -> before.read(cell).equals(taken.after().read(cell)));
    }
}
