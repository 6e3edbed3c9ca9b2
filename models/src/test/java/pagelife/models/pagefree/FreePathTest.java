package pagelife.models.pagefree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.models.pagefree.FreePath.Callback;

/** The dispatch table, read off the sources. */
final class FreePathTest {
    private static String callbacks(Era era) {
        return Vector.of(PageType.values())
                .map(type -> FreePath.of(era, type))
                .map(path -> path.runs() ? path.trigger() + " " + path.callback() : "-")
                .mkString(", ");
    }

    @Test
    void untilTheRefactoringPrivatePagesAndFilesAreDispatchedAt1() {
        assertEquals("1 PAGE_FREE, 1 PAGE_FREE, 1 WAKE, -, -", callbacks(Era.V5_4));
        assertEquals("1 PAGE_FREE, 1 PAGE_FREE, 1 WAKE, -, -", callbacks(Era.V5_10));
    }

    @Test
    void laterAllButFilesAreFreedAt0() {
        assertEquals("0 PAGE_FREE, 0 PAGE_FREE, 1 WAKE, 0 NONE, -", callbacks(Era.V6_1));
        assertEquals("0 PAGE_FREE, 0 PAGE_FREE, 1 WAKE, 0 NONE, 0 PAGE_FREE", callbacks(Era.V6_12));
        assertEquals("0 PAGE_FREE, 0 PAGE_FREE, 0 WAKE, 0 NONE, 0 PAGE_FREE", callbacks(Era.V7_2));
    }

    @Test
    void pagesOfFilesAreUnchargedUntil54AndAgainIn72() {
        assertEquals(
                Vector.of(Era.V4_18, Era.V4_19, Era.V5_3RC, Era.V5_4, Era.V7_2),
                Vector.of(Era.values())
                        .filter(era -> FreePath.of(era, PageType.FSDAX).uncharges()));
    }

    @Test
    void mappingOfPrivatePagesWasKeptInOneEraOnly() {
        assertEquals(
                Vector.of(Era.V5_3RC),
                Vector.of(Era.values())
                        .reject(era -> FreePath.of(era, PageType.PRIVATE).clearsMapping()));
        assertEquals(
                Vector.of(Era.V4_18),
                Vector.of(Era.values())
                        .filter(era -> FreePath.of(era, PageType.FSDAX).clearsMapping()));
    }

    @Test
    void deviceDaxPagesAreSetBackTo1In72() {
        assertEquals(
                new FreePath(1, 0, true, true, false, Callback.NONE, true, false),
                FreePath.of(Era.V7_2, PageType.GENERIC));
    }
}
