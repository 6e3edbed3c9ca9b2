package pagelife.models.page;

import pagelife.checker.value.Vacant;

/** What {@code page->mapping} says: whom a page belongs to, to those who come by the page and not by its user. */
public sealed interface Mapping {
    /** Nothing. */
    Mapping NONE = new None();

    /** A place in a file. */
    static Mapping of(EntryAt at) {
        return new File(at.file(), at.index());
    }

    /** Whether it says that the page belongs to this place. */
    default boolean is(EntryAt at) {
        return equals(of(at));
    }

    /** How many entries stand for the page, as far as it knows. */
    default int sharers() {
        return 0;
    }

    /** Nothing: {@code NULL}. */
    record None() implements Mapping, Vacant {
        @Override
        public String toString() {
            return "none";
        }
    }

    /** A place in a file: {@code mapping} and {@code index}. */
    record File(FileId file, Index index) implements Mapping {
        /** The place. */
        public EntryAt at() {
            return new EntryAt(file, index);
        }

        @Override
        public int sharers() {
            return 1;
        }

        @Override
        public String toString() {
            return at().toString();
        }
    }

    /**
     * Several files, by reflink: a marker and a count.
     *
     * @param sharers how many entries stand for the page; in {@code page->index} until 6.1, in {@code page->share} from
     *     6.2 on
     */
    record Shared(int sharers) implements Mapping {
        @Override
        public String toString() {
            return "shared by " + sharers;
        }
    }

    /** The anonymous memory of a program. */
    record Anon(TaskId owner) implements Mapping {
        @Override
        public String toString() {
            return "anon of " + owner;
        }
    }
}
