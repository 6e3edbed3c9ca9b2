package pagelife.specs.ftrace;

import io.vavr.control.Option;

/**
 * One event of a recording.
 *
 * @param line where it stands, from 1
 * @param task who did it: what was on the CPU, or what an interrupt came in
 * @param cpu on which CPU
 * @param interrupt whether an interrupt did it, whoever was on the CPU
 * @param name the kind of event, such as {@code page_ref_mod}
 * @param text what follows: its fields, or the words of a marker
 * @param process the process that the task is a thread of, where the recording says so: option {@code record-tgid}
 */
public record TraceEvent(
        long line, TraceTask task, int cpu, boolean interrupt, String name, String text, Option<Integer> process) {

    /** The value of a field written {@code key=value}; the first one of that key. */
    public Option<String> field(String key) {
        for (int from = text.indexOf(key); from >= 0; from = text.indexOf(key, from + 1)) {
            int value = from + key.length() + 1;
            if (value <= text.length() && text.charAt(value - 1) == '=' && beginsWord(from)) {
                int end = text.indexOf(' ', value);
                return Option.some(text.substring(value, end < 0 ? text.length() : end));
            }
        }
        return Option.none();
    }

    private boolean beginsWord(int at) {
        return at == 0 || text.charAt(at - 1) == ' ';
    }

    /** Whether it has a field of this key. */
    public boolean has(String key) {
        return field(key).isDefined();
    }

    /**
     * The number in a field that must be there: decimal, or hexadecimal after {@code 0x}; what exceeds 63 bits is
     * negative, as an address of the kernel is.
     */
    public long number(String key) {
        return number(key, 10);
    }

    /** As {@link #number}, of a count, which the kernel keeps in 32 bits. */
    public int count(String key) {
        long number = number(key);
        if (number != (int) number) {
            throw new TraceException(line, name + " with " + key + "=" + number + ": a count has 32 bits");
        }
        return (int) number;
    }

    /** As {@link #number}, where digits without {@code 0x} are hexadecimal, as {@code %p} writes them. */
    public long address(String key) {
        return number(key, 16);
    }

    private long number(String key, int radix) {
        String value = field(key)
                .getOrElseThrow(() -> new TraceException(
                        line, name + " without " + key + ": the line is cut short, or of a kernel with other fields"));
        try {
            return value.startsWith("0x")
                    ? Long.parseUnsignedLong(value.substring(2), 16)
                    : radix == 16 ? Long.parseUnsignedLong(value, radix) : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new TraceException(line, name + " with " + key + "=" + value + ": that is not a number");
        }
    }

    @Override
    public String toString() {
        return task + " " + name + ": " + text;
    }
}
