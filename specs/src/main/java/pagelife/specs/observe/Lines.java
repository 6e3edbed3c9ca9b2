package pagelife.specs.observe;

import io.vavr.collection.Map;
import pagelife.specs.ftrace.TraceEvent;

/** What is made of lines about one thing. */
interface Lines {
    /** What is made of a line of a task. */
    @FunctionalInterface
    interface Handler {
        void take(TraceEvent event, TaskSide task);
    }

    /** For each kind of event that it is about, what is made of one. */
    Map<String, Handler> handlers();
}
