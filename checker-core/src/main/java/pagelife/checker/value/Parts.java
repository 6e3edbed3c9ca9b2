package pagelife.checker.value;

import io.vavr.Tuple2;
import io.vavr.Tuple3;
import io.vavr.control.Option;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a value consists of that is no collection: the components of a record, of a pair, of an option. */
public final class Parts {
    private Parts() {}

    /** The value with other parts; itself where it has none. */
    public static Object mapped(Object value, UnaryOperator<Object> part) {
        if (value instanceof Record) {
            return Shape.of(value.getClass()).with(value, part);
        }
        if (value instanceof Tuple2<?, ?> pair) {
            return pair.map(part, part);
        }
        if (value instanceof Tuple3<?, ?, ?> triple) {
            return triple.map(part, part, part);
        }
        if (value instanceof Option<?> option) {
            return option.map(part);
        }
        return value instanceof Optional<?> optional ? optional.map(part) : value;
    }
}
