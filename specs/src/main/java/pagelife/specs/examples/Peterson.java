package pagelife.specs.examples;

import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Now;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * Mutual exclusion without locks, for any number of processes: the filter lock of Peterson, 1981. Each process goes up
 * level by level, says that it came last, and waits until somebody else comes last or nobody is as high.
 */
public final class Peterson implements Study {
    private static final Rule<Boolean> SAYS_FIRST =
            Rule.flag("saysFirst", "a process says its level before it says that it came last", true);
    private static final Rule<Integer> PROCESSES = Rule.number("processes", "processes", 3, 2, 4);

    /** A process. */
    public record Process(int number) {
        @Override
        public String toString() {
            return "p" + number;
        }
    }

    @Override
    public void outline(Outline outline) {
        outline.named("peterson")
                .says("mutual exclusion by loads and stores alone")
                .rule(SAYS_FIRST)
                .bound(PROCESSES)
                .variant("right", "the level first, then who came last")
                .variant("turned", "who came last first, then the level", SAYS_FIRST.is(false))
                .expect(
                        "right",
                        row -> row.size(705, 1725)
                                .because(
                                        "G. L. Peterson, Myths about the mutual exclusion problem, 1981",
                                        "three processes"))
                .expect(
                        "turned",
                        row -> row.size(3_717, 10_404)
                                .violated("EX-20", 14)
                                .because("a mutant", "both are the last in turn, and see nobody on the level"));
    }

    @Override
    public void draft(Draft d) {
        boolean first = d.rule(SAYS_FIRST);
        int n = d.bound(PROCESSES);
        Vector<Process> all = Vector.range(0, n).map(Process::new);
        CellFamily<Process, Integer> level = d.cells("level", all, Integer.class, process -> 0);
        CellFamily<Process, Integer> last = d.cells("last", all.take(n - 1), Integer.class, process -> 0);

        for (Process self : all) {
            d.task(self.toString())
                    .forever()
                    .step("p0 want to go in", now -> now.hand(1))
                    .step(
                            "p1 first announcement",
                            Integer.class,
                            (now, at) -> announce(now, first, level, last, self, at))
                    .step(
                            "p2 second announcement",
                            Integer.class,
                            (now, at) -> announce(now, !first, level, last, self, at))
                    .step("p3 wait", Integer.class, (now, at) -> {
                        now.await(now.read(last.of(new Process(at - 1))) != self.number()
                                || all.remove(self).forAll(other -> now.read(level.of(other)) < at));
                        now.saw(
                                now.read(last.of(new Process(at - 1))) == self.number()
                                        ? "nobody else wants to go in"
                                        : "another one came after it");
                        if (at < n - 1) {
                            now.go("p1", at + 1);
                        }
                    })
                    .step("p4 leave", now -> now.write(level.of(self), 0));
        }
        Vector<Predicate<View>> inside = all.map(process -> d.at(process.toString(), "p4"));
        d.always("EX-20 OneInside", "at most one process is inside", view -> inside.count(one -> one.test(view)) < 2)
                .told(run -> all.filter(one -> inside.get(one.number()).test(run.end()))
                                .mkString(" and ")
                        + " are inside");
        d.sometimes("one is inside", "a process is inside", inside.head());
    }

    private static void announce(
            Now now,
            boolean itsLevel,
            CellFamily<Process, Integer> level,
            CellFamily<Process, Integer> last,
            Process self,
            int at) {
        if (itsLevel) {
            now.write(level.of(self), at);
        } else {
            now.write(last.of(new Process(at - 1)), self.number());
        }
    }
}
