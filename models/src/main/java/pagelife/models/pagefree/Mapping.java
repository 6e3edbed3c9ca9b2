package pagelife.models.pagefree;

import pagelife.models.page.EntryAt;
import pagelife.models.page.TaskId;

/** What {@code page->mapping} says. */
public sealed interface Mapping {
    /** Nothing. */
    record None() implements Mapping {
        @Override
        public String toString() {
            return "none";
        }
    }

    /** A place in a file. */
    record File(EntryAt at) implements Mapping {
        @Override
        public String toString() {
            return "file " + at;
        }
    }

    /** The anonymous memory of a program. */
    record Anon(TaskId owner) implements Mapping {
        @Override
        public String toString() {
            return "anon of " + owner;
        }
    }

    /** Nothing. */
    Mapping NONE = new None();
}
