package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** On whose behalf a reference is held. Every get and every put names one. A protocol may have owners of its own. */
public interface Owner {
    /** The task that holds it, which lets go of it when it ends; empty where no task does. */
    default Option<TaskId> holder() {
        return Option.none();
    }

    /** Why it cannot hold anything where these are the tasks; empty if it can. */
    default Option<String> refusal(Seq<String> tasks) {
        return holder().map(TaskId::name)
                .filter(name -> !tasks.contains(name))
                .map(name -> "no task is called " + name + ": the tasks are " + tasks.mkString(", ")
                        + "; an owner that is no task is Owner.of(\"" + name + "\")");
    }

    /** Whether it is held for a few steps only, so that a report need not tell of it once it is dropped. */
    default boolean isPassing() {
        return false;
    }

    /** A page-table entry. */
    record Mapping(PteAt pte) implements Owner {
        @Override
        public String toString() {
            return "pte(" + pte + ")";
        }
    }

    /** Page-table entries, where nobody tells them apart. */
    enum Entries implements Owner {
        /** All of them. */
        ALL;

        @Override
        public String toString() {
            return "entries";
        }
    }

    /** A pin: a grab of get_user_pages that succeeded, or will unless it finds the entry changed. */
    record Pin(TaskId task) implements Owner {
        @Override
        public Option<TaskId> holder() {
            return Option.some(task);
        }

        @Override
        public String toString() {
            return "pin of " + task;
        }
    }

    /** A task, for a few steps. */
    record Transient(TaskId task) implements Owner {
        @Override
        public Option<TaskId> holder() {
            return Option.some(task);
        }

        @Override
        public boolean isPassing() {
            return true;
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    /** A DAX entry. */
    record Entry(EntryAt entry) implements Owner {
        @Override
        public String toString() {
            return "entry(" + entry + ")";
        }
    }

    /** A page that is in use: it holds its pagemap. */
    record UsedPage(PageId page) implements Owner {
        @Override
        public String toString() {
            return page + " in use";
        }
    }

    /** The pagemap: the base reference of each page, and the reference it holds on itself for each page. */
    enum Base implements Owner {
        /** The pagemap. */
        PAGEMAP;

        @Override
        public String toString() {
            return "pagemap";
        }
    }

    /** Something that holds a reference as long as it is there: a list, a driver, a child device, a queued callback. */
    record Thing(String name) implements Owner {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A task, for a few steps. */
    static Owner task(String name) {
        return new Transient(new TaskId(name));
    }

    /** Something that the protocol calls by a name. */
    static Owner of(String name) {
        return new Thing(name);
    }
}
