package pagelife.specs.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.fsdax.FsdaxSpecs;

/** What is written down of raised bounds is what sweeps find. */
class KnownTest {
    private static final Path FILE = Path.of("src/main/resources/pagelife/specs/sweep/known-raises.txt");
    /** Larger spaces are not looked at: the file was written within this. */
    private static final long MOST_STATES = 200_000;

    /** Their raises take seconds each; what is known of them is tried bound by bound. */
    private static final String LARGE = "fsdax";

    /** Benchmarks and examples are about nothing that a bound stands for. */
    private static final Seq<String> OTHERS = Vector.of("examples", "field", "dax", "philosophers");

    private static Seq<FamilySpecs<?>> families() {
        return Catalogue.families()
                .reject(specs -> OTHERS.contains(specs.family().name()));
    }

    private static Seq<String> swept(FamilySpecs<?> specs, Variant variant) {
        Options options = Options.DEFAULT.withLimits(Limits.NONE.withStates(MOST_STATES));
        return new Sweep(Subject.of(specs, variant), Vector.empty(), options, Long.MAX_VALUE)
                .run(false, raised -> {})
                .raised()
                .flatMap(raised -> raised.broken()
                        .map(flip -> new Known.Break(
                                        variant.fullName(),
                                        raised.bounds(),
                                        flip.property().name(),
                                        flip.length())
                                .toString()))
                .sorted()
                .toVector();
    }

    @TestFactory
    Stream<DynamicTest> whatIsKnownOfSmallFamiliesIsWhatSweepsFind() {
        return families()
                .reject(specs -> specs.family().name().equals(LARGE))
                .toJavaStream()
                .flatMap(specs -> specs.family()
                        .variants()
                        .toJavaStream()
                        .map(variant -> DynamicTest.dynamicTest(
                                variant.fullName(),
                                () -> assertEquals(
                                        Known.of(variant.fullName())
                                                .map(Known.Break::toString)
                                                .toVector(),
                                        swept(specs, variant)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsdax/7.2-ext4", "fsdax/7.2-xfs", "fsdax/proposed"})
    void aSecondFaultBreaksTheClaimsAboutWaiting(String variant) {
        Seq<Known.Break> known = Known.of(variant).filter(one -> one.bounds().equals(Settings.parse("faults=2")));
        assertEquals(4, known.size());
        Inquiry<?> inquiry = Subject.of(
                        FsdaxSpecs.table(),
                        FsdaxSpecs.table().family().variant(variant).get())
                .with(Settings.NONE, Settings.parse("faults=2"))
                .inquiry();
        var result = inquiry.check(known.flatMap(one -> inquiry.called(one.property())), Options.DEFAULT);
        known.forEach(one -> assertEquals(
                one.length(), result.finding(one.property()).get().trace().get().length(), one.toString()));
    }

    @Test
    @EnabledIfSystemProperty(named = "update.golden", matches = ".*")
    void writeThemAnew() throws IOException {
        Seq<String> lines =
                families().flatMap(specs -> specs.family().variants().flatMap(one -> swept(specs, one)));
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, lines.map(line -> line + "\n").mkString());
    }
}
