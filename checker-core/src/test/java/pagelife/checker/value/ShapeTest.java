package pagelife.checker.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeTest {
    record Inner(int number) {}

    record Outer(Inner inner, Option<Inner> maybe, Optional<Vector<Inner>> many, Option<? extends Inner> wild) {}

    @Test
    void componentsAreAsTheyAreDeclared() {
        Shape shape = Shape.of(Outer.class);
        assertTrue(shape.readable());
        assertEquals(
                Vector.of("inner", "maybe", "many", "wild"), shape.components().map(Component::name));
        assertEquals(Option.class, shape.component("maybe").get().type());
        assertEquals(Option.none(), shape.component("number"));
    }

    @Test
    void anOptionHoldsWhatMayBeInIt() {
        Shape shape = Shape.of(Outer.class);
        assertEquals(Inner.class, shape.component("inner").get().held());
        assertEquals(Inner.class, shape.component("maybe").get().held());
        assertEquals(Vector.class, shape.component("many").get().held());
        assertEquals(Object.class, shape.component("wild").get().held());
    }

    @Test
    void aPathIsFollowedThroughOptions() {
        assertEquals(int.class, Shape.of(Outer.class).at("maybe.number").get().type());
        assertEquals(Option.none(), Shape.of(Outer.class).at("maybe.size"));
        assertEquals(Option.none(), Shape.of(Outer.class).at("wild.number"));
    }

    @Test
    void whatIsNoRecordHasNoComponents() {
        assertFalse(Shape.of(String.class).readable());
        assertEquals(Vector.empty(), Shape.of(String.class).components());
    }

    @Test
    void aClassIsLookedAtOnce() {
        assertSame(Shape.of(Outer.class), Shape.of(Outer.class));
    }
}
