package pagelife.specs.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.search.Options;

class NamedMutantTest {
    private static final Options EACH = Options.DEFAULT.withStopWhenDecided(true);

    @Test
    void theyAreM1ToM25() {
        assertEquals(
                Vector.rangeClosed(1, 25).map(i -> "M" + i), NamedMutant.all().map(NamedMutant::id));
    }

    @TestFactory
    Stream<DynamicTest> eachThatAModelCanSayIsNoticedByAClaimThatHoldsWithoutIt() {
        return NamedMutant.all()
                .filter(NamedMutant::isSaid)
                .map(one -> DynamicTest.dynamicTest(one.id() + " " + one.what(), () -> {
                    Seq<NamedMutant.Killer> killers = one.killers(EACH);
                    assertTrue(killers.nonEmpty(), one.toString());
                    killers.forEach(killer -> assertTrue(killer.length() > 0
                            || one.id().equals("M8")
                            || one.id().equals("M10")));
                }))
                .toJavaStream();
    }

    @Test
    void whatNoModelCanSayHasItsReason() {
        NamedMutant.all()
                .reject(NamedMutant::isSaid)
                .forEach(one -> assertFalse(one.why().isEmpty(), one.id()));
        assertEquals(
                Vector.of("M25"), NamedMutant.all().reject(NamedMutant::isSaid).map(NamedMutant::id));
    }
}
