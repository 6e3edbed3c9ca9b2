package pagelife.checker.model;

/**
 * What a cell holds whose object may be freed: {@link ModelBuilder#object} declares one. A step uses it with
 * {@link Now#use}, {@link Now#set}, {@link Now#free} and {@link Now#allocate}, and fails where the object is not there.
 *
 * @param <T> the type of the object
 */
public sealed interface Life<T> {
    /** There is one. */
    record Live<T>(T value) implements Life<T> {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** It was freed, or never allocated. */
    record Freed<T>() implements Life<T> {
        @Override
        public String toString() {
            return "freed";
        }
    }

    /** Whether there is one. */
    default boolean isLive() {
        return this instanceof Live;
    }
}
