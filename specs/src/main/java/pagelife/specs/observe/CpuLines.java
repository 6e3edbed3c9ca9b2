package pagelife.specs.observe;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.observe.Label;
import pagelife.checker.observe.Sight;
import pagelife.specs.ftrace.TraceEvent;

/** Lines about who runs, and who is woken. */
record CpuLines(Notes notes) {
    private static final Pattern SWITCH = Pattern.compile(
            ".*?prev_pid=(\\d+) .*?prev_state=(\\S+) .*?next_pid=(\\d+) .*|.*?:(\\d+) \\[\\d+] (\\S+) ==> .*?:(\\d+) \\[.*");
    private static final Pattern WAKING = Pattern.compile("comm=.*? pid=(\\d+) .*|.*?:(\\d+) \\[\\d+].*");

    void accept(TraceEvent event) {
        switch (event.name()) {
            case "sched_waking" -> waking(event);
            case "sched_switch" -> switched(event);
            default -> notes.leave(event, Reasons.of(event.name()), false);
        }
    }

    private void switched(TraceEvent event) {
        Matcher fields = SWITCH.matcher(event.text());
        if (!fields.matches()) {
            notes.leave(event, Reasons.of(event.name()), false);
            return;
        }
        boolean named = fields.group(1) != null;
        TaskSide off = notes.task(Integer.parseInt(fields.group(named ? 1 : 4)));
        TaskSide on = notes.task(Integer.parseInt(fields.group(named ? 3 : 6)));
        notes.see(event, off, new Sight.Off());
        String state = fields.group(named ? 2 : 5);
        boolean sleeps = state.equals("S") || state.equals("D");
        if (sleeps && off.removing().exists(removing -> removing.busy().isDefined())) {
            notes.add(new Noted.Asleep(event.line(), off.name()));
        }
        notes.see(event, on, new Sight.On());
    }

    private void waking(TraceEvent event) {
        Matcher fields = WAKING.matcher(event.text());
        if (event.interrupt() || event.task().isIdle() || !fields.matches()) {
            notes.leave(event, "a wake-up by an interrupt", false);
            return;
        }
        TaskSide by = notes.task(event.task().pid());
        TaskSide woken = notes.task(Integer.parseInt(fields.group(fields.group(1) != null ? 1 : 2)));
        Option<Open.Removing> waits = woken.removing().filter(removing -> by.hasWoken());
        if (waits.isDefined()) {
            notes.see(event, by, new Sight.Shows(Label.of(Kinds.WAKING, woken.name())));
        } else {
            notes.quiet(event, by);
            notes.leave(event, "a wake-up of something else", false);
        }
    }
}
