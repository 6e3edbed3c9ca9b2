package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Queue;
import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of which values the checker may rely on that they stay what they are. */
class FrozenValueTest {
    private enum Mode {
        READ
    }

    private record Request(int client, Mode mode, Option<String> text) {}

    /** Equal by content, and the content can change. */
    private static final class Box {
        private int content;

        @Override
        public boolean equals(Object other) {
            return other instanceof Box box && box.content == content;
        }

        @Override
        public int hashCode() {
            return content;
        }
    }

    private record Holder(Object held) {}

    /** Shows a copy of what it holds, which may change. */
    record Copying(Object held) {
        @Override
        public Object held() {
            return List.ofAll((Collection<?>) held);
        }
    }

    static Vector<Object> frozen() {
        Request request = new Request(1, Mode.READ, Option.some("a"));
        return Vector.of(
                1,
                "text",
                true,
                Mode.READ,
                request,
                new Holder(request),
                Option.none(),
                Queue.of(request, request).enqueue(request),
                List.of(1, 2).prepend(3),
                Vector.of(request),
                HashMap.of(1, Tuple.of(request, 2)));
    }

    static Vector<Object> fluid() {
        return Vector.of(
                new Box(),
                new Holder(new Box()),
                List.of(1, new Box()),
                Option.some(new Box()),
                Tuple.of(1, new Box()),
                HashMap.of(1, new Box()),
                Stream.iterate(1, n -> n + 1).take(3),
                Lazy.of(() -> 1),
                new Copying(new ArrayList<>()));
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void whatIsMadeOfNumbersTextsAndConstantsStaysAsItIs(Object value) {
        assertTrue(Values.isFrozen(value), () -> value.toString());
    }

    @ParameterizedTest
    @MethodSource("fluid")
    void whatHoldsAnythingElseMayChange(Object value) {
        assertFalse(Values.isFrozen(value), () -> value.toString());
    }
}
