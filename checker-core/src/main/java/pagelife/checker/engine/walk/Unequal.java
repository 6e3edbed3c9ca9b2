package pagelife.checker.engine.walk;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.value.Component;
import pagelife.checker.value.Shape;

/**
 * Two values that one step wrote to one cell from one state. They should be equal.
 *
 * @param cell the name of the cell
 * @param before what it wrote when it ran first
 * @param now what it wrote when it ran again
 */
record Unequal(String cell, Object before, Object now) {
    /** What is different, and what to do. */
    String told() {
        Unequal inmost = inmost();
        Class<?> type = inmost.now.getClass();
        if (type != inmost.before.getClass() || type.isEnum() || type.getName().startsWith("java.lang.")) {
            return "does something else now than when it ran first (" + inmost.cell + " was " + inmost.before
                    + ", and is " + inmost.now + ")";
        }
        String two = inmost.now.equals(inmost.before)
                ? "two that are equal and have different hash codes"
                : "two that are not equal";
        return "gives " + inmost.cell + " another value each time it runs, though nothing that it reads has changed: "
                + type.getName() + ", of which it made " + two + "; where they are meant to be the same, equals and"
                + " hashCode must say so by what is in them: make it a record";
    }

    /** The part of both that makes the difference: as deep as they are records of one class, or lists of one length. */
    private Unequal inmost() {
        if (now.getClass() != before.getClass()) {
            return this;
        }
        Option<Unequal> part = now.getClass().isRecord()
                ? Shape.of(now.getClass()).components().flatMap(this::part).find(Unequal::differs)
                : now instanceof Seq<?> list && before instanceof Seq<?> old && list.size() == old.size()
                        ? old.zipWith(list, (one, other) -> new Unequal(cell, one, other))
                                .find(Unequal::differs)
                        : Option.none();
        return part.map(Unequal::inmost).getOrElse(this);
    }

    private Option<Unequal> part(Component component) {
        try {
            return Option.some(new Unequal(cell, component.of(before), component.of(now)));
        } catch (ReflectiveOperationException e) {
            return Option.none(); // it was read when the value was written
        }
    }

    private boolean differs() {
        return !before.equals(now) || before.hashCode() != now.hashCode();
    }
}
