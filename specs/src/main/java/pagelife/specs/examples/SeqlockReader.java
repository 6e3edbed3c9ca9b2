package pagelife.specs.examples;

import pagelife.checker.model.Cell;
import pagelife.models.Rule;
import pagelife.models.kernel.Seqcount;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** A reader under a seqlock may read half of the old and half of the new: it has to look at the sequence again. */
public final class SeqlockReader implements Study {
    private static final Rule<Boolean> RETRIES = Rule.flag("retries", "a reader looks at the sequence again", false);

    /** What a reader has in mind. */
    public record Seen(int sequence, int seconds) {}

    @Override
    public void outline(Outline outline) {
        outline.named("10-seqlock-reader")
                .says("a reader takes the seconds of before and the nanoseconds of after")
                .rule(RETRIES)
                .variant("broken", "read_seqcount_begin, and no retry")
                .variant("fixed", "read_seqcount_begin, read_seqcount_retry", RETRIES.is(true))
                .expect(
                        "broken",
                        row -> row.size(28, 37)
                                .violated("EX-10", 5)
                                .because("Documentation/locking/seqlock.rst", "the writer wrote between two loads"))
                .expect(
                        "fixed",
                        row -> row.size(25, 35)
                                .because("Documentation/locking/seqlock.rst", "a reader that was interrupted retries"));
    }

    @Override
    public void draft(Draft d) {
        boolean retries = d.rule(RETRIES);
        Seqcount sequence = Seqcount.declare(d.model(), "seq");
        Cell<Integer> seconds = d.cell("seconds", 0);
        Cell<Integer> nanos = d.cell("nanos", 0);
        Cell<Boolean> torn = d.cell("torn", false);

        d.task("writer")
                .in("include/linux/seqlock.h", "write_seqcount_begin", "6.12")
                .step("w1 begin", sequence::writeBegin)
                .in("kernel/time/timekeeping.c", "timekeeping_advance", "6.12")
                .step("w2 seconds", now -> now.write(seconds, 1))
                .step("w3 nanoseconds", now -> now.write(nanos, 1))
                .in("include/linux/seqlock.h", "write_seqcount_end", "6.12")
                .step("w4 end", sequence::writeEnd);

        d.task("reader")
                .in("include/linux/seqlock.h", "read_seqcount_begin", "6.12")
                .step("r1 begin", now -> {
                    int start = sequence.readBegin(now);
                    now.saw("sequence %s", start);
                    now.hand(start);
                })
                .in("kernel/time/timekeeping.c", "ktime_get_ts64", "6.12")
                .step("r2 seconds", Integer.class, (now, start) -> {
                    now.saw("seconds = %s", now.read(seconds));
                    now.hand(new Seen(start, now.read(seconds)));
                })
                .step("r3 nanoseconds", Seen.class, (now, seen) -> {
                    if (retries && sequence.readRetry(now, seen.sequence())) {
                        now.saw("the sequence changed: try again");
                        now.go("r1");
                    } else {
                        now.saw(retries ? "the sequence is the same" : "no retry");
                        now.write(torn, seen.seconds() != now.read(nanos));
                    }
                });

        d.never("EX-10 NothingTorn", "seconds and nanoseconds are those of one time", view -> view.read(torn))
                .told(new Phrase(
                                "reader has the seconds of one time and the nanoseconds of another",
                                "ends",
                                view -> view.read(torn))
                        .isSoAtLast());
        d.sometimes("both finish", "both tasks finish", d.finished("reader", "writer"));
    }
}
