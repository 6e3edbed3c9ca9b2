package pagelife.models.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final PageId P0 = new PageId(0);
    private static final EntryAt ENTRY = new EntryAt(new FileId(0), Index.FIRST);

    @Test
    void identitiesReadAsInTheLiterature() {
        assertEquals("P0 mm1 g,1", P0 + " " + new MmId(1) + " " + new EntryAt(new FileId(1), Index.FIRST.next()));
    }

    @Test
    void aPageCountsReferencesAndMappingsApart() {
        assertEquals(
                "refs 2, mapcount 1, mapping f,0",
                Page.counting(0).addRefs(2).addMappings(1).associate(ENTRY).toString());
    }

    @Test
    void freeingAPageLeavesItsMappingUntilItIsDisassociated() {
        Page idle = Page.counting(1).associate(ENTRY);
        assertTrue(idle.mapping().is(ENTRY) && idle.disassociate().mapping() == Mapping.NONE);
    }

    @Test
    void aNormalPteIsCountedAndADevmapOneIsNot() {
        assertTrue(Pte.normal(P0).isCounted() && !Pte.devmap(P0).isCounted());
    }

    @Test
    void aDevicePrivateEntryIsCountedAndNotPresent() {
        Pte entry = Pte.devicePrivate(P0);
        assertTrue(entry.isCounted() && entry.pointsTo(P0) && !entry.isPresent());
    }

    @Test
    void aMigrationEntryIsNoEmptyOneThoughItHasNoPage() {
        assertFalse(Pte.MIGRATION.equals(Pte.NONE) || Pte.MIGRATION.isPresent() || Pte.MIGRATION.isCounted());
    }

    @Test
    void anEmptyPtePointsNowhere() {
        assertFalse(Pte.NONE.isPresent() || Pte.NONE.pointsTo(P0));
    }

    @Test
    void aPresentPteWithoutAPageIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Pte(Pte.Kind.DEVMAP, Option.none()));
    }

    @Test
    void lockingAnAbsentEntryMakesAPlaceHolder() {
        assertEquals("empty locked", DaxEntry.ABSENT.lock().toString());
    }

    @Test
    void anEntryKeepsItsLockWhenAPageGoesIn() {
        assertEquals("P0 locked", DaxEntry.ABSENT.lock().insert(P0).toString());
    }

    @Test
    void anAbsentEntryCannotBeLocked() {
        assertThrows(IllegalArgumentException.class, () -> new DaxEntry(DaxEntry.Kind.ABSENT, Option.none(), true));
    }

    @Test
    void aKilledPagemapGivesOutNoReference() {
        assertEquals(new Pagemap(Pagemap.Life.DYING, 1), Pagemap.live(1).refer(1, true));
        assertFalse(Pagemap.live(1).refer(1, true).isLive());
    }

    @Test
    void whatIsGoneStaysGoneWhateverIsPut() {
        assertTrue(Pagemap.live(1).refer(1, true).remove().refer(0, true).isGone());
    }

    @Test
    void readersAndAWriterExcludeEachOther() {
        RwSemaphore read = RwSemaphore.FREE.downRead().downRead();
        assertTrue(read.canRead() && !read.canWrite());
        assertFalse(RwSemaphore.FREE.downWrite().canRead());
        assertThrows(IllegalArgumentException.class, read::downWrite);
    }

    @Test
    void aSemaphoreGivenBackIsFree() {
        assertEquals(RwSemaphore.FREE, RwSemaphore.FREE.downRead().upRead());
        assertEquals(RwSemaphore.FREE, RwSemaphore.FREE.downWrite().upWrite());
    }

    @Test
    void aFreezeDrainsWhenItsWritersHaveLeft() {
        TaskId fault = new TaskId("fault");
        Freeze frozen = Freeze.THAWED.enter(fault).freeze();
        assertTrue(!frozen.isDrained()
                && frozen.leave(fault).isDrained()
                && !frozen.leave(fault).thaw().frozen());
    }

    @Test
    void aFreeBlockHasNoOwner() {
        assertTrue(Custody.FREE.isFree() && !Custody.of(new FileId(0)).isFree());
    }
}
