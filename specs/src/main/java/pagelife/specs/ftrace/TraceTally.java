package pagelife.specs.ftrace;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What a recording consists of, beside its events.
 *
 * @param remarks the lines that begin with {@code #}
 * @param lines all lines
 * @param events lines with an event
 * @param stacks stacks, whose frames are left out
 * @param frames those frames
 * @param unknown lines that are none of this
 * @param firstUnknown the first of them, by its number
 * @param clockBack the first event that is older than the one before it: a clock that differs by CPU
 */
public record TraceTally(
        Seq<String> remarks,
        long lines,
        long events,
        long stacks,
        long frames,
        long unknown,
        Option<Long> firstUnknown,
        Option<Long> clockBack) {

    static final TraceTally NONE = new TraceTally(Vector.empty(), 0, 0, 0, 0, 0, Option.none(), Option.none());

    /** What a remark says behind its first word {@code key}, such as {@code kernel}. */
    public Option<String> remark(String key) {
        return remarks.find(words -> words.startsWith(key + " "))
                .map(words -> words.substring(key.length()).trim());
    }

    /** The release of the kernel, {@code 6.1.192}, if a remark gives it. */
    public Option<String> kernel() {
        return remark("kernel").map(words -> words.split(" ", 2)[0]);
    }

    TraceTally with(TraceLine line, boolean back) {
        Seq<String> remarked = line instanceof TraceLine.Remark remark ? remarks.append(remark.words()) : remarks;
        boolean strange = line instanceof TraceLine.Unknown;
        return new TraceTally(
                remarked,
                lines + 1,
                events + (line instanceof TraceLine.OfEvent ? 1 : 0),
                stacks + (line instanceof TraceLine.OfStack stack && stack.begins() ? 1 : 0),
                frames + (line instanceof TraceLine.OfStack stack && !stack.begins() ? 1 : 0),
                unknown + (strange ? 1 : 0),
                strange ? firstUnknown.orElse(Option.some(lines + 1)) : firstUnknown,
                back ? clockBack.orElse(Option.some(lines + 1)) : clockBack);
    }
}
