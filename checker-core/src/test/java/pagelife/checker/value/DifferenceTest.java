package pagelife.checker.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    record Point(int x, int y) {}

    record Line(Point from, Point to, Option<Point> middle) {}

    record Other(int x, int y) {}

    private static final Line LINE = new Line(new Point(0, 0), new Point(2, 2), Option.some(new Point(1, 1)));

    @Test
    void equalValuesDifferNowhere() {
        assertEquals(Vector.empty(), between(LINE, new Line(LINE.from(), LINE.to(), LINE.middle())));
    }

    @Test
    void recordsDifferByComponent() {
        assertEquals(Vector.of("y: 0 -> 1"), between(new Point(0, 0), new Point(0, 1)));
        assertEquals(Vector.of("x: 0 -> 1", "y: 0 -> 2"), between(new Point(0, 0), new Point(1, 2)));
    }

    @Test
    void theyDifferAsDeepAsTheyAreAlike() {
        Line moved = new Line(new Point(0, 5), LINE.to(), Option.some(new Point(9, 1)));
        assertEquals(Vector.of("from.y: 0 -> 5", "middle.x: 1 -> 9"), between(LINE, moved));
    }

    @Test
    void whatComesOrGoesDiffersAsAWhole() {
        Line bare = new Line(LINE.from(), LINE.to(), Option.none());
        assertEquals(Vector.of("middle: Some(Point[x=1, y=1]) -> None"), between(LINE, bare));
    }

    @Test
    void valuesOfDifferentTypesDifferAsAWhole() {
        assertEquals(Vector.of("Point[x=0, y=0] -> Other[x=0, y=0]"), between(new Point(0, 0), new Other(0, 0)));
        assertEquals(Vector.of("1 -> a"), between(1, "a"));
    }

    @Test
    void tablesDifferByKey() {
        assertEquals(
                Vector.of("[a].x: 0 -> 3", "[b]: Point[x=0, y=0] -> missing", "[c]: missing -> Point[x=1, y=1]"),
                between(
                        HashMap.of("a", new Point(0, 0), "b", new Point(0, 0)),
                        HashMap.of("a", new Point(3, 0), "c", new Point(1, 1))));
    }

    @Test
    void sequencesDifferAsAWhole() {
        assertEquals(Vector.of("Vector(0, 1) -> Vector(1, 1)"), between(Vector.of(0, 1), Vector.of(1, 1)));
    }

    private static Seq<String> between(Object before, Object after) {
        return Difference.between(Value.of(before), Value.of(after)).map(Difference::toString);
    }
}
