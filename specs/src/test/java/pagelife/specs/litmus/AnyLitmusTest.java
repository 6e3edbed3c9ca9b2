package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pagelife.checker.model.TextException;
import pagelife.specs.FamilySpecs;
import pagelife.specs.catalogue.Catalogue;

/** Whatever a file holds, it is a litmus test, or it is said where it is none. */
class AnyLitmusTest {
    private static final Seq<FamilySpecs<?>> FAMILIES = Catalogue.families();

    private static final String RIGHT = """
            Pagelife fsdax/6.1 n
            "About."
            rules { directIoWakes=off }
            bounds { pages=2 }
            fairness { none }
            setup { read mm0 0; writer: pin slow mm0 0 }

             writer                    | truncater  ;
             unpin direct-io; loop { pin slow mm0 0 }  | truncate f ;
             either { unpin } or { remove } |       ;

            LTL-1' StuckWaiter
            expect broken in 9
            reach !pinned
            schedule truncater: t1; writer: s3
            forbid stuck && !(finished(writer))
            exists held # remark
            (* another *)
            """;

    private static final Vector<String> PIECES = Vector.of(
            "",
            " ",
            "\n",
            ";",
            "|",
            "{",
            "}",
            "\"",
            "#",
            "(*",
            "*)",
            ":",
            "[",
            "]",
            "=",
            "(",
            ")",
            "!",
            "&&",
            "loop",
            "either",
            "or",
            "expect",
            "schedule",
            "forbid",
            "exists",
            "setup {",
            "Pagelife",
            "mm0",
            "0",
            "unpin",
            "\u00e4",
            "\ud83d\ude00",
            "\t",
            "\u0000",
            "read mm0 1",
            "-> <>",
            "t1",
            "in 9",
            "writer");

    private static final Vector<Integer> LENGTHS = Vector.of(0, 2, 40);

    @Example
    void itIsRightToBeginWith() {
        assertEquals(4, Posed.of(Litmus.parse(RIGHT), FAMILIES).asked().size());
    }

    private static String changed(int from, int taken, String piece) {
        return RIGHT.substring(0, from) + piece + RIGHT.substring(Math.min(RIGHT.length(), from + taken));
    }

    /** Everywhere each piece, instead of so many characters: what is read is written as it is read. */
    @Example
    void aTestWithAnythingPutIntoIt() {
        int read = 0;
        for (int from = 0; from <= RIGHT.length(); from++) {
            for (String piece : PIECES) {
                for (int taken : LENGTHS) {
                    read += isRead(changed(from, taken, piece)) ? 1 : 0;
                }
            }
        }
        assertEquals(27_486, read);
    }

    private static boolean isRead(String text) {
        try {
            String written = Litmus.parse(text).toString();
            assertEquals(written, Litmus.parse(written).toString(), text);
            return true;
        } catch (TextException e) {
            requireOneLine(e, text);
            return false;
        }
    }

    private static void requireOneLine(TextException said, String text) {
        assertTrue(said.at() >= 0 && said.at() <= text.length(), said.at() + " in " + text);
        assertFalse(said.getMessage().contains("\n"), said.getMessage());
    }

    @Property(tries = 1000)
    void whatIsReadMeansSomethingOrIsRefused(
            @ForAll("pieces") String piece, @ForAll("places") int from, @ForAll("lengths") int taken) {
        String text = changed(from, taken, piece);
        try {
            Posed.of(Litmus.parse(text), FAMILIES);
        } catch (TextException e) {
            requireOneLine(e, text);
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES.asJava());
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, RIGHT.length());
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(LENGTHS.asJava());
    }
}
