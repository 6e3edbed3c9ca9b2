import io.vavr.collection.Vector;
import pagelife.checker.model.CellFamily;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Peterson's lock for three processes: a level for each, and on each level the one that came last waits for the others. */
public final class Filter implements Study {
    private static final Vector<String> PROCESSES = Vector.of("p0", "p1", "p2");
    private static final Vector<Integer> LEVELS = Vector.of(1, 2);

    @Override
    public void outline(Outline outline) {
        outline.says("mutual exclusion of three").expect(row -> row.size(705, 1_725));
    }

    @Override
    public void draft(Draft d) {
        CellFamily<String, Integer> level = d.cells("level", PROCESSES, Integer.class, process -> 0);
        CellFamily<Integer, String> last = d.cells("last", LEVELS, String.class, at -> "p0");
        for (String me : PROCESSES) {
            d.task(me)
                    .forever()
                    .step("f0 want to go in", now -> {})
                    .step("f1 go up a level", now -> now.change(level.of(me), at -> at + 1))
                    .step("f2 come last", now -> now.write(last.of(now.read(level.of(me))), me))
                    .step("f3 wait", now -> {
                        int mine = now.read(level.of(me));
                        now.await(!now.read(last.of(mine)).equals(me)
                                || PROCESSES.remove(me).forAll(other -> now.read(level.of(other)) < mine));
                        if (mine < LEVELS.last()) {
                            now.go("f1");
                        }
                    })
                    .step("f4 leave", now -> now.write(level.of(me), 0));
        }
        d.never("one inside", "two are never inside at once", s -> PROCESSES.count(who -> d.at(who, "f4").test(s)) > 1);
        d.sometimes("inside", "a process is inside", d.at("p0", "f4"));
    }
}
