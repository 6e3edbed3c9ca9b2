package pagelife.checker.engine;

import java.util.Arrays;

/** Layouts for tests. */
final class Layouts {
    private Layouts() {}

    /** A layout of cells that may grow without bound, none of them near. */
    static Layout of(int... sizes) {
        int[] most = new int[sizes.length];
        Arrays.fill(most, Integer.MAX_VALUE);
        return Layout.of(sizes, most, new int[0]);
    }
}
