package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final Vector<String> NAMES = Vector.of("fsdax/5.10", "fsdax/6.1", "devdax/5.14-rc1");

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertEquals(Option.some("fsdax/6.1"), Nearest.to("fsdax/6.2", NAMES));
        assertEquals(Option.some("fsdax/5.10"), Nearest.to("FSDAX/510", NAMES));
    }

    @Test
    void whatIsNothingLikeANameGetsNoSuggestion() {
        assertEquals(Option.none(), Nearest.to("xyz", NAMES));
        assertEquals(Option.none(), Nearest.to("fsdax/6.1", Vector.empty()));
    }

    @Test
    void distancesCountedByHand() {
        assertEquals(0, Nearest.edits("", ""));
        assertEquals(3, Nearest.edits("", "abc"));
        assertEquals(3, Nearest.edits("kitten", "sitting"));
        assertEquals(2, Nearest.edits("flaw", "lawn"));
    }

    @Property(tries = 200)
    void distanceIsSymmetricAndZeroForEquals(@ForAll String one, @ForAll String other) {
        assertEquals(Nearest.edits(one, other), Nearest.edits(other, one));
        assertEquals(0, Nearest.edits(one, one));
    }
}
