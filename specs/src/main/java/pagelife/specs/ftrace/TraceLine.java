package pagelife.specs.ftrace;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a recording, by its shape. The layouts are those of kernel/trace/trace.c {@code print_trace_header} and of
 * {@code trace-cmd report}: {@code comm-pid (tgid) [cpu] flags time: event: fields}, where group and flags may be
 * missing. The name of a task may hold blanks and dashes.
 */
sealed interface TraceLine {
    /** An event, at a time in the units of its clock. */
    record OfEvent(TraceEvent event, double time) implements TraceLine {}

    /** A remark, {@code # kernel 6.1.192 x86_64}; without the sign. */
    record Remark(String words) implements TraceLine {}

    /** Where a stack begins, or one of its frames. */
    record OfStack(boolean begins) implements TraceLine {}

    /** Nothing, or a line with which {@code trace-cmd report} begins. */
    record Blank() implements TraceLine {}

    /** None of these. */
    record Unknown() implements TraceLine {}

    /** Who, which CPU; what follows is the rest. */
    Pattern BEGINNING =
            Pattern.compile("\\s*(\\S.{0,15}?)-(\\d{1,10})\\s+(?:\\(\\s*(?:(\\d{1,10})|-+)\\)\\s+)?\\[(\\d{1,4})]\\s");

    /** Flags perhaps, time, event; what follows are its fields. */
    Pattern REST = Pattern.compile("\\s*(?:([^\\s:]{4,7})\\s+)?(\\d+(?:\\.\\d+)?):\\s+([A-Za-z_][\\w.]*):\\s*");

    /** A stack, in the same place. */
    Pattern STACK = Pattern.compile(
            "\\s*(?:[^\\s:]{4,7}\\s+)?\\d+(?:\\.\\d+)?:\\s+(?:kernel_stack:\\s+)?<(?:user )?stack trace\\s*>.*");

    /** What says that events are missing. */
    Pattern LOST =
            Pattern.compile("CPU:\\s*(\\d+)\\s+\\[(?:LOST (\\d+) EVENTS|(\\d+) EVENTS DROPPED|EVENTS DROPPED)].*");

    /** With what {@code trace-cmd report} begins. */
    Pattern PREFACE = Pattern.compile("cpus=\\d+|version = \\d+|CPU \\d+ is empty|trace-cmd: .*");

    /**
     * The line of this number, from 1.
     *
     * @throws TraceException for a line that begins as an event and goes on as none, and where events were lost
     */
    static TraceLine of(String text, long line) {
        if (text.startsWith("#")) {
            return new Remark(text.substring(1).trim());
        }
        String trimmed = text.trim();
        if (trimmed.startsWith("=>")) {
            return new OfStack(false);
        }
        if (trimmed.isEmpty() || PREFACE.matcher(trimmed).matches()) {
            return new Blank();
        }
        Matcher beginning = BEGINNING.matcher(text);
        return beginning.lookingAt() ? event(beginning, text.substring(beginning.end()), line) : other(trimmed, line);
    }

    private static TraceLine event(Matcher beginning, String behind, long line) {
        Matcher rest = REST.matcher(behind);
        boolean named = rest.lookingAt();
        if ((!named || rest.group(3).equals("kernel_stack"))
                && STACK.matcher(behind).matches()) {
            return new OfStack(true);
        }
        if (named) {
            TraceTask task = new TraceTask(beginning.group(1), number(beginning.group(2), line));
            Option<Integer> process = Option.of(beginning.group(3)).map(digits -> number(digits, line));
            int cpu = number(beginning.group(4), line);
            return new OfEvent(
                    marker(new TraceEvent(
                            line,
                            task,
                            cpu,
                            isInterrupt(rest.group(1)),
                            rest.group(3),
                            behind.substring(rest.end()),
                            process)),
                    Double.parseDouble(rest.group(2)));
        }
        throw new TraceException(
                line,
                "begins as an event and goes on with \""
                        + shortened(behind.trim())
                        + "\": after the CPU come flags, time and the name of the event; is the file cut short?");
    }

    /** Whether the third flag says that it is an interrupt; kernel/trace/trace_output.c {@code trace_print_lat_fmt}. */
    private static boolean isInterrupt(String flags) {
        return flags != null && flags.length() > 2 && "hHsZz".indexOf(flags.charAt(2)) >= 0;
    }

    /** {@code trace-cmd report} calls the event of a marker {@code print}, and says where it was printed. */
    private static TraceEvent marker(TraceEvent event) {
        String where = "tracing_mark_write: ";
        return event.name().equals("print") && event.text().startsWith(where)
                ? new TraceEvent(
                        event.line(),
                        event.task(),
                        event.cpu(),
                        event.interrupt(),
                        "tracing_mark_write",
                        event.text().substring(where.length()),
                        event.process())
                : event;
    }

    private static TraceLine other(String trimmed, long line) {
        Matcher lost = LOST.matcher(trimmed);
        if (lost.matches()) {
            String count =
                    Option.of(lost.group(2)).orElse(Option.of(lost.group(3))).getOrElse("some");
            throw new TraceException(
                    line,
                    count + " events of CPU " + lost.group(1)
                            + " were lost here: what is missing may be what matters; record with a larger"
                            + " buffer_size_kb");
        }
        return new Unknown();
    }

    private static int number(String digits, long line) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new TraceException(line, digits + " is not the number of a task");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
