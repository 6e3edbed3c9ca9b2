package pagelife.models.bench;

import io.vavr.collection.Vector;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Script;

/**
 * Buffers that users count, lock, change and clean: three cells for each buffer, hundreds of bits, of which a step
 * touches one or two.
 */
public final class Pool {
    /** A buffer that nobody has locked. */
    private static final int UNLOCKED = 0;

    private Pool() {}

    /** So many buffers and users, at least 1 each. */
    public static Model of(int buffers, int users) {
        ModelBuilder builder = Model.builder("pool " + buffers + " " + users);
        Vector<Integer> numbers = Vector.range(0, buffers);
        CellFamily<Integer, Integer> count = builder.cells("count", numbers, Integer.class, buffer -> 0);
        CellFamily<Integer, Integer> owner = builder.cells("owner", numbers, Integer.class, buffer -> UNLOCKED);
        CellFamily<Integer, Boolean> dirty = builder.cells("dirty", numbers, Boolean.class, buffer -> false);
        for (int user = 1; user <= users; user++) {
            int me = user;
            taking(builder.task("user" + user).forever(), count, numbers)
                    .step("lock", Integer.class, (now, buffer) -> {
                        now.await(now.read(owner.of(buffer)) == UNLOCKED);
                        now.write(owner.of(buffer), me);
                    })
                    .step("change", Integer.class, (now, buffer) -> now.write(dirty.of(buffer), true))
                    .step("clean", Integer.class, (now, buffer) -> now.write(dirty.of(buffer), false))
                    .step("unlock", Integer.class, (now, buffer) -> now.write(owner.of(buffer), UNLOCKED))
                    .step("put", Integer.class, (now, buffer) -> now.change(count.of(buffer), held -> held - 1));
        }
        return builder.build();
    }

    /** A step for each buffer, at the one place where a user has none. */
    private static Script taking(Script user, CellFamily<Integer, Integer> count, Vector<Integer> buffers) {
        for (int buffer : buffers) {
            String label = "take" + buffer;
            if (buffer == 0) {
                user.step(label, now -> {
                    now.change(count.of(buffer), held -> held + 1);
                    now.hand(buffer);
                });
            } else {
                user.or(label, now -> {
                    now.change(count.of(buffer), held -> held + 1);
                    now.hand(buffer);
                });
            }
        }
        return user;
    }
}
