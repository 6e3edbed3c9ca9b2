package pagelife.models.bench;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;

/** A counter with a part on each CPU, which is added to the whole now and then: a cell with hundreds of values. */
public final class PerCpu {
    private PerCpu() {}

    /** So many CPUs; their parts go from -{@code batch} to {@code batch}, the whole from 0 to {@code most}. */
    public static Model of(int cpus, int batch, int most) {
        ModelBuilder builder = Model.builder("percpu " + cpus + " " + batch + " " + most);
        Cell<Integer> whole = builder.cell("whole", 0);
        CellFamily<Integer, Integer> parts = builder.cells("part", Vector.range(0, cpus), Integer.class, cpu -> 0);
        for (int cpu = 0; cpu < cpus; cpu++) {
            Cell<Integer> part = parts.of(cpu);
            builder.task("cpu" + cpu)
                    .forever()
                    .step("add", now -> {
                        now.await(now.read(part) < batch);
                        now.change(part, count -> count + 1);
                    })
                    .or("sub", now -> {
                        now.await(now.read(part) > -batch);
                        now.change(part, count -> count - 1);
                    })
                    .or("fold", now -> fold(now, part, whole, most));
        }
        return builder.build();
    }

    private static void fold(Now now, Cell<Integer> part, Cell<Integer> whole, int most) {
        int own = now.read(part);
        now.await(own != 0);
        int sum = now.read(whole) + own;
        now.await(sum >= 0 && sum <= most);
        now.write(whole, sum);
        now.write(part, 0);
    }
}
