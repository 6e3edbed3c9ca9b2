package pagelife.specs.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;

class SelectionTest {
    private static final Operations OPERATIONS = Operations.of(
            Operation.of("look", "", task -> nothing()),
            Operation.of("glance", "", task -> nothing()).narrower("a look is enough"),
            Operation.of("go", "", task -> nothing()));

    private static Script nothing() {
        return new Script().step("1 do nothing", now -> now.end());
    }

    private static Alphabet selected(Vector<String> without, Vector<String> with) {
        return Alphabet.of(OPERATIONS, new Selection(without, with));
    }

    private static void refused(String message, Vector<String> without, Vector<String> with) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> selected(without, with))
                        .getMessage());
    }

    @Test
    void aNarrowerFormIsTriedWhereItIsAskedFor() {
        assertEquals(
                Vector.of("look", "go"),
                selected(Vector.empty(), Vector.empty()).calls().map(Object::toString));
        assertEquals(
                Vector.of("look", "glance", "go"),
                selected(Vector.empty(), Vector.of("glance")).calls().map(Object::toString));
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        assertEquals(
                HashMap.of("look", "it was asked not to be tried", "glance", "a look is enough"),
                HashMap.ofEntries(selected(Vector.of("look"), Vector.empty()).leftOut()));
    }

    @Test
    void aNameThatMakesNoSenseIsRefused() {
        refused("there is no operation \"look\" to take in: left out are glance", Vector.empty(), Vector.of("look"));
        refused(
                "there is no operation \"gaze\" to leave out: there are look, glance, go",
                Vector.of("gaze"),
                Vector.empty());
        refused(
                "operation \"glance\" is to be taken in and left out: say one of both",
                Vector.of("glance"),
                Vector.of("glance"));
    }

    @Test
    void whereNothingIsLeftOutNothingCanBeTakenIn() {
        Operations wide = Operations.of(Operation.of("go", "", task -> nothing()));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Alphabet.of(wide, new Selection(Vector.empty(), Vector.of("run"))));
        assertEquals("there is no operation \"run\" to take in: none is left out", refused.getMessage());
    }
}
