package pagelife.checker.value;

import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;

/** A component of a record, as it is declared. */
public final class Component {
    private final RecordComponent declared;
    /** Where the record holds it; empty if that cannot be looked at. */
    private final Option<Field> field;

    Component(RecordComponent declared) {
        this.declared = declared;
        this.field = Try.of(() -> declared.getDeclaringRecord().getDeclaredField(declared.getName()))
                .toOption()
                .filter(Field::trySetAccessible);
    }

    /** The name. */
    public String name() {
        return declared.getName();
    }

    /** The declared class, such as {@code Option}. */
    public Class<?> type() {
        return declared.getType();
    }

    /** The declared type, such as {@code Option<PageId>}. */
    public Type genericType() {
        return declared.getGenericType();
    }

    /** The class of the values: of an option what may be in it, {@code Object} if that is not declared as a class. */
    public Class<?> held() {
        if (type() != Option.class && type() != Optional.class) {
            return type();
        }
        Type inside =
                genericType() instanceof ParameterizedType option ? option.getActualTypeArguments()[0] : Object.class;
        if (inside instanceof ParameterizedType generic) {
            inside = generic.getRawType();
        }
        return inside instanceof Class<?> known ? known : Object.class;
    }

    /** The value of this component of {@code owner}; an exception if its accessor throws. */
    public Object of(Object owner) throws ReflectiveOperationException {
        return declared.getAccessor().invoke(owner);
    }

    /** Whether the accessor shows the very object that {@code owner} holds, and not another made of it. */
    public boolean isHeld(Object owner) throws ReflectiveOperationException {
        return field.isDefined() && field.get().get(owner) == of(owner);
    }

    @Override
    public String toString() {
        return name() + ": " + genericType().getTypeName();
    }
}
