package pagelife.specs.workloads;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.model.Operations;
import pagelife.models.Workload;

/** Every small workload of a protocol, up to the names of tasks. */
public final class SmallWorkloads {
    private SmallWorkloads() {}

    /**
     * A workload.
     *
     * @param text the programs of its tasks in one line: {@code touch mm0 0 | truncate f}
     * @param workload the programs
     */
    public record Small(String text, Workload workload) {}

    /**
     * Those of at most so many calls over at most so many tasks, fewest calls first; none where there are no
     * operations.
     *
     * @param before what is done before the tasks begin
     * @param selection which operations are called
     */
    public static Seq<Small> of(Operations operations, int calls, int tasks, Workload before, Selection selection) {
        Alphabet alphabet = Alphabet.of(operations, selection);
        List<Small> found = new ArrayList<>();
        for (int size = 1; size <= calls && alphabet.size() > 0; size++) {
            new Mixes(alphabet, tasks)
                    .each(size, mix -> found.add(new Small(mix.text(alphabet), mix.workload(alphabet, before))));
        }
        return Vector.ofAll(found);
    }
}
