package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Values of cells are looked into, however deep what must not be there lies. */
class DeepValueTest {
    private record OfArray(int[] numbers) {}

    private record OfAnything(Object thing) {}

    private record OfList(List<Integer> numbers) {}

    private record OfCounter(AtomicInteger count) {}

    private record OfCode(Supplier<Integer> code) {}

    private record Nested(Option<OfAnything> inside) {}

    @SuppressWarnings("overrides") // that is the mistake
    private static final class EqualsAlone {
        @Override
        @SuppressWarnings({"EqualsHashCode", "EqualsUnsafeCast"}) // that is the mistake
        public boolean equals(Object other) {
            return other instanceof EqualsAlone;
        }
    }

    private static void requireRefused(Object value, String... said) {
        String message = assertThrows(ModelException.class, () -> Values.requireImmutable("page", value))
                .getMessage();
        for (String text : said) {
            assertTrue(message.contains(text), message);
        }
    }

    @Test
    void anArrayInARecordIsRefused() {
        requireRefused(new OfArray(new int[] {1}), "cell page", "OfArray", "component numbers", "int[]");
        requireRefused(new OfAnything(new int[] {1}), "cell page, in thing", "a mutable int[]");
    }

    @Test
    void aCounterThatIsChangedInPlaceIsRefused() {
        requireRefused(new OfCounter(new AtomicInteger()), "component count", "AtomicInteger");
        requireRefused(new OfAnything(new AtomicInteger()), "in thing", "AtomicInteger");
        requireRefused(Vector.of(new AtomicInteger()), "in its Vector", "AtomicInteger");
    }

    @Test
    void aJavaListIsRefusedHoweverDeep() {
        requireRefused(new OfList(new ArrayList<>()), "component numbers", "java.util.List");
        requireRefused(new Nested(Option.some(new OfAnything(new ArrayList<>()))), "in thing", "ArrayList");
        requireRefused(HashMap.of("key", List.of(1)), "a vavr collection");
        requireRefused(Tuple.of(1, new StringBuilder()), "in its tuple", "StringBuilder");
    }

    @Test
    void codeIsRefused() {
        requireRefused(new OfCode(() -> 1), "in code", "compared by identity");
        requireRefused((Supplier<Integer>) () -> 1, "compared by identity");
    }

    @Test
    void equalsWithoutHashCodeIsRefused() {
        requireRefused(new EqualsAlone(), "equals without hashCode", "make it a record");
        requireRefused(new OfAnything(new EqualsAlone()), "in thing", "equals without hashCode");
    }

    @Test
    void nullInARecordIsRefused() {
        requireRefused(new OfAnything(null), "in thing", "null");
    }

    @Test
    void recordsEnumsNumbersTextsAndVavrCollectionsAreFine() {
        assertDoesNotThrow(() -> Values.requireImmutable(
                "page",
                new OfAnything(Vector.of(
                        1, 2L, "text", Fairness.WEAK, Option.none(), Tuple.of('x', true), HashMap.of("a", 1)))));
    }
}
