package pagelife.specs.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.waitwake.WaitwakeSpecs;

class SweepTest {
    private static final Subject RIGHT = variant(WaitwakeSpecs.table(), "right");

    private static Subject variant(FamilySpecs<?> specs, String name) {
        return Subject.of(specs, specs.family().variant(name).get());
    }

    private static Swept swept(Subject subject, boolean pairs, Options options, String... claims) {
        return new Sweep(subject, Vector.of(claims), options, Long.MAX_VALUE).run(pairs, raised -> {});
    }

    @Test
    void eachBoundIsRaisedAloneThenTwoAtATime() {
        Swept swept = swept(RIGHT, true, Options.DEFAULT);
        assertTrue(swept.isWhole());
        assertEquals(21, swept.size().get().states());
        assertEquals(
                Vector.of("pages=2", "pins=2", "newPins=1", "baseDrops=1", "waiters=2", "signals=1"),
                bounds(swept.raised().take(6)));
        assertEquals(6 + 15, swept.raised().size()); // no bound has a third value
    }

    @Test
    void smallSpacesComeFirst() {
        Swept swept = swept(RIGHT, true, Options.DEFAULT);
        Seq<Long> pairs =
                swept.raised().drop(6).map(raised -> raised.size().get().states());
        assertEquals(Vector.of(41L, 66L, 114L), pairs.take(3)); // signals=1 adds one state of 21 alone
        assertTrue(pairs.last() > 800, pairs.toString());
    }

    @Test
    void aClaimIsToldOfTheSmallestRaiseThatBreaksIt() {
        Swept swept = swept(RIGHT, true, Options.DEFAULT);
        Seq<Raised> breaking = swept.raised().reject(raised -> raised.broken().isEmpty());
        assertEquals(Vector.of("baseDrops=1"), bounds(breaking));
        assertEquals(
                Vector.of(2, 6, 6), breaking.head().broken().map(Flip::length).toVector());
        assertTrue(swept.isRefuted());
    }

    @Test
    void aFlipIsWhatTheCheckerSaysOfTheRaise() {
        Flip flip = swept(RIGHT, false, Options.DEFAULT, "LTL-1'")
                .raised()
                .flatMap(Raised::broken)
                .head();
        var inquiry = RIGHT.with(Settings.NONE, Settings.parse("baseDrops=1")).inquiry();
        var finding = inquiry.check(inquiry.called("LTL-1'"), Options.DEFAULT)
                .findings()
                .head();
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(finding.trace().get().length(), flip.length());
    }

    @Test
    void aRaiseThatNobodyUsesIsTold() {
        Swept swept = swept(
                variant(FsdaxSpecs.table(), "7.2-ext4"),
                false,
                Options.DEFAULT.withLimits(Limits.NONE.withStates(9000)),
                "INV-1");
        Seq<Raised> idle = swept.raised().reject(Raised::used);
        assertEquals(Vector.of("files=2"), bounds(idle));
        assertEquals(swept.size(), idle.head().size());
    }

    @Test
    void whatGoesBeyondASpaceThatWasTooLargeIsNotTried() {
        Swept swept = swept(RIGHT, true, Options.DEFAULT.withLimits(Limits.NONE.withStates(120)));
        assertFalse(swept.isWhole());
        assertEquals(
                Vector.of("waiters=2"),
                bounds(swept.raised().reject(Raised::isDecided)).filter(one -> !one.contains(" ")));
        assertTrue(swept.waiting().exists(one -> one.toString().equals("pages=2 waiters=2")));
        assertFalse(bounds(swept.raised()).contains("pages=2 waiters=2"));
    }

    private static Seq<String> bounds(Seq<Raised> raised) {
        return raised.map(one -> one.bounds().toString()).toVector();
    }
}
