package pagelife.specs.threads;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** The statements of all threads. */
public final class Threads {
    private Threads() {}

    /** All claims, thread by thread. Their ids are unique. */
    public static Seq<Claim> claims() {
        return Vector.of(
                        Thread000.claims(),
                        Thread001.claims(),
                        Thread002.claims(),
                        Thread003.claims(),
                        Thread004.claims())
                .flatMap(claims -> claims);
    }
}
