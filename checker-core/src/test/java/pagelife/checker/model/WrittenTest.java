package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that are written down, and what operations make of them. */
class WrittenTest {
    private static final Sort<String> MMS = new Sort<>("mms", Vector.of("mm0", "mm1"));
    private static final Sort<Integer> INDICES = new Sort<>("indices", Vector.of(0, 1));
    private static final Operation PIN =
            Operation.of("pin slow", "", MMS, INDICES, (task, mm, index) -> new Script().step("s1", now -> {}));
    private static final Operation UNPIN = Operation.of("unpin", "", task -> new Script().step("s3", now -> {}));
    private static final Operation UNPIN_AT =
            Operation.of("unpin", "", MMS, INDICES, (task, mm, index) -> new Script().step("s3", now -> {}));
    private static final Operations ALL = Operations.of(PIN, UNPIN, UNPIN_AT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pin slow mm0 0;unpin | pin slow mm0 0; unpin",
                "\" pin slow mm0 0 \n\n unpin ; \" | pin slow mm0 0; unpin",
                "loop{unpin} | loop { unpin }",
                "\"loop\n{\nunpin\n}\" | loop { unpin }",
                "\"either { unpin }\nor { pin slow mm0 1; unpin }; unpin\" | either { unpin } or { pin slow mm0 1; unpin }; unpin",
                "either { } or { unpin } or { unpin } | either {  } or { unpin } or { unpin }",
            })
    void aProgramIsReadAndWrittenAgain(String text, String again) {
        assertEquals(again, Written.parse(text).toString());
        assertEquals(again, Written.parse(again).toString());
        assertEquals(again, ALL.read(Written.parse(text)).toString(), "an operation prints as it is written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loop unpin | 5 | followed by a program in braces",
                "loop { unpin | 5 | the { has no }",
                "unpin } | 6 | no { that this } closes",
                "either { unpin } | 16 | one alternative only",
                "loop { unpin } unpin | 15 | comes between two operations",
                "{ unpin } | 0 | an operation comes here, and not {",
            })
    void whatIsNoProgramIsRefusedWhereItIsWrong(String text, int at, String says) {
        TextException wrong = assertThrows(TextException.class, () -> Written.parse(text));
        assertEquals(at, wrong.at(), wrong.getMessage());
        assertTrue(wrong.getMessage().contains(says), wrong.getMessage());
    }

    @Test
    void bracesDoNotExhaustTheStack() {
        TextException wrong = assertThrows(TextException.class, () -> Written.parse("loop { ".repeat(100_000)));
        assertTrue(wrong.getMessage().contains("nested more than 50 deep"), wrong.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unpin; put mm0 | 7 | there is no operation \"put mm0\": there are pin slow <mms> <indices>, unpin, unpin <mms> <indices>",
                "unpin mm0 | 0 | \"unpin mm0\" is not how it is asked for: write unpin or unpin <mms> <indices>",
                "pin slow mm0 7 | 13 | 7 is none of the indices: there are 0, 1",
            })
    void whatIsNoOperationIsRefusedWhereItIsWrong(String text, int at, String says) {
        TextException wrong = assertThrows(TextException.class, () -> ALL.read(Written.parse(text)));
        assertEquals(at, wrong.at());
        assertEquals(says, wrong.getMessage());
    }

    @Test
    void anOperationWithALongerNameWins() {
        Operation pin = Operation.of("pin", "", MMS, (task, mm) -> new Script());
        assertEquals(
                "pin slow",
                call(Operations.of(pin, PIN), "pin slow mm0 0").operation().name());
    }

    @Test
    void aProgramKnowsWhatItCalls() {
        Written program = Written.parse("loop { pin slow mm0 0; either { unpin } or { pinch } }");
        assertTrue(program.calls("pin slow"));
        assertTrue(program.calls("unpin"));
        assertFalse(program.calls("pin fast"));
        assertEquals(3, program.calls().size());
    }

    private static Program.Call call(Operations operations, String text) {
        return (Program.Call) operations.read(Written.parse(text));
    }
}
