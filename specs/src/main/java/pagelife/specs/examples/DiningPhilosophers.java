package pagelife.specs.examples;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Now;
import pagelife.models.Rule;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * Everybody takes the left fork and waits for the right one. If one of them begins with the right one, somebody eats.
 */
public final class DiningPhilosophers implements Study {
    private static final Rule<Boolean> ONE_TURNED =
            Rule.flag("oneTurned", "the last one takes the right fork first", false);
    private static final Rule<Integer> SEATS = Rule.number("seats", "philosophers", 3, 2, 4, 5);

    /** A fork on the table. */
    public record Fork(int number) {
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    @Override
    public void outline(Outline outline) {
        outline.named("philosophers")
                .says("locks taken in a circle")
                .rule(ONE_TURNED)
                .bound(SEATS)
                .variant("broken", "everybody takes the left fork first")
                .variant("fixed", "the last one takes the right fork first", ONE_TURNED.is(true))
                .expect(
                        "broken",
                        row -> row.size(14, 27)
                                .violated("no deadlock", 3)
                                .because("E. W. Dijkstra, EWD310, 1971", "everybody has the left fork"))
                .expect(
                        "fixed",
                        row -> row.size(12, 22)
                                .because("E. W. Dijkstra, EWD310, 1971", "forks are taken in one order"));
    }

    @Override
    public void draft(Draft d) {
        int seats = d.bound(SEATS);
        CellFamily<Fork, Boolean> forks =
                d.cells("fork", Vector.range(0, seats).map(Fork::new), Boolean.class, fork -> false);
        for (int seat = 0; seat < seats; seat++) {
            Cell<Boolean> left = forks.of(new Fork(seat));
            Cell<Boolean> right = forks.of(new Fork((seat + 1) % seats));
            boolean turned = d.rule(ONE_TURNED) && seat == seats - 1;
            d.task("phil" + seat)
                    .forever()
                    .step("p1 take a fork", now -> take(now, turned ? right : left))
                    .step("p2 take the other fork", now -> take(now, turned ? left : right))
                    .step("p3 eat, put both back", now -> {
                        now.write(left, false);
                        now.write(right, false);
                    });
        }
        d.sometimes("somebody eats", "a philosopher has both forks", d.at("phil0", "p3"));
    }

    private static void take(Now now, Cell<Boolean> fork) {
        now.await(!now.read(fork));
        now.write(fork, true);
    }
}
