package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Options;
import pagelife.specs.catalogue.Catalogue;

/** Workloads of small families that their bounds have no words for. */
class FamilyWorkloadsTest {
    private static Seq<String> answers(String text) {
        return Posed.of(Litmus.parse(text), Catalogue.families())
                .answer(Options.DEFAULT.withAuditEvery(1))
                .lines()
                .map(line -> Expected.text(
                        line.finding().verdict(), line.finding().trace().map(trace -> trace.length())));
    }

    private static Seq<String> registered(String program) {
        return answers("""
                Pagelife gup/longterm-4.14 registered
                 program | truncater ;
                 %s      | truncate  ;
                LTL-3'
                """.formatted(program));
    }

    @Test
    void aRegistrationThatEndsOnlyDelaysATruncate() {
        assertEquals(Vector.of("broken in 3"), registered("register slow"));
        assertEquals(Vector.of("holds"), registered("register slow; unpin"));
        assertEquals(Vector.of("broken in 6"), registered("register slow; register slow; unpin"));
    }

    @Test
    void twoForksOneAfterTheOtherSpareAPinnedPage() {
        Seq<String> sequenced = answers("""
                Pagelife gup/fork-5.19 forks
                 forker     | pinner                   | writer       ;
                 fork; fork | pin fast writing; unpin; | write; write ;
                            | pin fast writing; unpin  |              ;
                a pinned page stays the program's
                """);
        assertEquals(Vector.of("holds"), sequenced);
    }

    @Test
    void aTaskThatPinsTwiceHoldsTwoBiases() {
        assertEquals(Vector.of("happens in 4", "never happens"), answers("""
                Pagelife gup/bias twice
                 pinner ;
                 pin fast; pin fast; unpin; unpin ;
                reach page.refs = 9
                expect happens
                reach page.refs > 9
                """));
    }

    @Test
    void whoPutsAsOftenAsItGotLeavesTheCountAsItWas() {
        assertEquals(Vector.of("happens in 4"), answers("""
                Pagelife gup/overflow-5.0 balanced
                 program            ;
                 get; get; put; put ;
                exists page.refs = 1 && !freed
                """));
    }

    @Test
    void thePinThatEndsLastTakesAPageFromItsFile() {
        String pins = """
                Pagelife pagefree/4.18 pins
                bounds { type=fsdax }
                setup { fault }
                 pinner  ;
                 pin; %s ;
                only truncate takes a page from its file
                """;
        assertEquals(Vector.of("broken in 2"), answers(pins.formatted("unpin")));
        assertEquals(Vector.of("holds"), answers(pins.formatted("pin; unpin")));
        assertEquals(Vector.of("broken in 4"), answers(pins.formatted("pin; unpin; unpin")));
    }
}
