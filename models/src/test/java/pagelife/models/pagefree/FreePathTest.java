package pagelife.models.pagefree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.models.pagefree.FreePath.Does;

/** The dispatch table, read off the sources. */
final class FreePathTest {
    private static String callbacks(Era era) {
        return Vector.of(PageType.values())
                .map(type -> FreePath.of(era, type))
                .map(path -> path.trigger().fold(() -> "-", at -> at + " " + told(path)))
                .mkString(", ");
    }

    private static String told(FreePath path) {
        return Vector.of(Does.WAKES, Does.TELLS_DRIVER)
                .filter(path::does)
                .map(Does::name)
                .headOption()
                .getOrElse("NONE");
    }

    @Test
    void untilTheRefactoringPrivatePagesAndFilesAreDispatchedAt1() {
        assertEquals("1 TELLS_DRIVER, 1 TELLS_DRIVER, 1 WAKES, -, -", callbacks(Era.V5_4));
        assertEquals("1 TELLS_DRIVER, 1 TELLS_DRIVER, 1 WAKES, -, -", callbacks(Era.V5_10));
    }

    @Test
    void laterAllButFilesAreFreedAt0() {
        assertEquals("0 TELLS_DRIVER, 0 TELLS_DRIVER, 1 WAKES, 0 NONE, -", callbacks(Era.V6_1));
        assertEquals("0 TELLS_DRIVER, 0 TELLS_DRIVER, 1 WAKES, 0 NONE, 0 TELLS_DRIVER", callbacks(Era.V6_12));
        assertEquals("0 TELLS_DRIVER, 0 TELLS_DRIVER, 0 WAKES, 0 NONE, 0 TELLS_DRIVER", callbacks(Era.V7_2));
    }

    @Test
    void pagesOfFilesAreUnchargedUntil54AndAgainIn72() {
        assertEquals(
                Vector.of(Era.V4_18, Era.V4_19, Era.V5_3RC, Era.V5_4, Era.V7_2),
                Vector.of(Era.values())
                        .filter(era -> FreePath.of(era, PageType.FSDAX).does(Does.UNCHARGES)));
    }

    @Test
    void mappingOfPrivatePagesWasKeptInOneEraOnly() {
        assertEquals(
                Vector.of(Era.V5_3RC),
                Vector.of(Era.values())
                        .reject(era -> FreePath.of(era, PageType.PRIVATE).does(Does.CLEARS_MAPPING)));
        assertEquals(
                Vector.of(Era.V4_18),
                Vector.of(Era.values())
                        .filter(era -> FreePath.of(era, PageType.FSDAX).does(Does.CLEARS_MAPPING)));
    }

    @Test
    void deviceDaxPagesAreSetBackTo1In72() {
        assertEquals(
                new FreePath(1, Option.some(0), TreeSet.of(Does.UNCHARGES, Does.RESETS_COUNT)),
                FreePath.of(Era.V7_2, PageType.GENERIC));
    }
}
