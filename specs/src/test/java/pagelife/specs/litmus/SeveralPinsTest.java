package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Options;
import pagelife.specs.catalogue.Catalogue;

/** What no bound can say: tasks that hold several pins, and drop them in another order than they took them. */
class SeveralPinsTest {
    /** Of device-dax: two huge pages, of each of which two tasks pin a part, against the removal of the device. */
    private static final String DEVDAX = """
            bounds { regions=2 start=ready }
            setup { touch mm0 0; touch mm0 2 }
             a              | b              | removal ;
             pin slow mm0 0 | pin slow mm0 2 | remove  ;
             pin slow mm0 3 | pin slow mm0 1 |         ;
             unpin mm0 0    | unpin mm0 2    |         ;
             unpin          | unpin          |         ;
            INV-3
            INV-9
            INV-L Ledger
            forall finished(removal)
            """;

    /** Of a file of two pages: two tasks pin both, against a truncate. */
    private static final String LAYOUTS = """
             a          | b          | truncate ;
             pin slow 0 | pin slow 1 | truncate ;
             pin slow 1 | pin slow 0 |          ;
             unpin 0    | unpin 1    |          ;
             unpin      | unpin      |          ;
            INV-4
            INV-L Ledger
            LTL-1'
            forall finished(truncate)
            """;

    /** Of memory that migrates: two tasks pin it before and after, against the end of the program and of the driver. */
    private static final String MIGRATE = """
            setup { a: pin slow mm0; b: pin slow mm0; migrate }
             a            | b            | program    | driver ;
             pin slow mm0 | pin slow mm0 | munmap mm0 | remove ;
             unpin mm0    | unpin        |            |        ;
             unpin        | unpin        |            |        ;
            INV-3
            INV-L Ledger
            LTL-4'
            forall finished(driver)
            """;

    private static Seq<String> answers(String variant, String text) {
        Answer answer = Posed.of(Litmus.parse("Pagelife " + variant + " pins\n" + text), Catalogue.families())
                .answer(Options.DEFAULT.withAuditEvery(1));
        return answer.lines()
                .map(line -> line.asked().condition().name() + ": "
                        + Expected.text(
                                line.finding().verdict(), line.finding().trace().map(trace -> trace.length())))
                .append(answer.result().counts().states() + " states");
    }

    @Test
    void removalWaitsForAllPinsOfAllPages() {
        assertEquals(
                Vector.of(
                        "INV-3: holds",
                        "INV-9: holds",
                        "INV-L Ledger: holds",
                        "forall finished(removal): holds",
                        "597 states"),
                answers("devdax/5.17", DEVDAX));
    }

    @Test
    void whereRemovalWaitsForNobodyAPinOfTheSecondPageIsEnough() {
        assertEquals(
                Vector.of(
                        "INV-3: broken in 11",
                        "INV-9: holds",
                        "INV-L Ledger: holds",
                        "forall finished(removal): holds",
                        "441 states"),
                answers("devdax/7.2", DEVDAX));
    }

    @Test
    void truncateWaitsForAllPinsOfAllPages() {
        assertEquals(
                Vector.of(
                        "INV-4: holds",
                        "INV-L Ledger: holds",
                        "LTL-1': holds",
                        "forall finished(truncate): holds",
                        "605 states"),
                answers("layouts/6.16", LAYOUTS));
    }

    @Test
    void whereTruncateRetriesOnlyIfItSleptOneTaskWithTwoPinsIsEnough() {
        assertEquals(
                Vector.of(
                        "INV-4: broken in 13",
                        "INV-L Ledger: holds",
                        "LTL-1': holds",
                        "forall finished(truncate): holds",
                        "607 states"),
                answers("layouts/4.19-rc", LAYOUTS));
    }

    @Test
    void unloadingADriverWaitsForThePinsOfItsPageAndForNoOthers() {
        assertEquals(
                Vector.of(
                        "INV-3: holds",
                        "INV-L Ledger: holds",
                        "LTL-4': holds",
                        "forall finished(driver): holds",
                        "164 states"),
                answers("migrate/coherent", MIGRATE));
        assertEquals(
                Vector.of(
                        "INV-3: broken in 4",
                        "INV-L Ledger: holds",
                        "LTL-4': holds",
                        "forall finished(driver): holds",
                        "264 states"),
                answers("migrate/coherent", "rules { removalWaits=off }\n" + MIGRATE));
    }

    /** The pin through the second page is not dropped by name of the first, and the last unpin finds none. */
    @Test
    void whoHasNoSuchPinTakesNoStep() {
        String one = """
                bounds { start=mapped }
                 a              ;
                 unpin          ;
                 pin slow mm0 1 ;
                 unpin mm0 0    ;
                 unpin          ;
                 unpin          ;
                reach finished(a)
                """;
        assertEquals(Vector.of("reach finished(a): happens in 2", "3 states"), answers("devdax/7.2", one));
    }
}
