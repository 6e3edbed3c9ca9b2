package example;

import static pagelife.reports.junit.PagelifeAssertions.assertAsExpected;
import static pagelife.reports.junit.PagelifeAssertions.assertBroken;
import static pagelife.reports.junit.PagelifeAssertions.assertHolds;

import org.junit.jupiter.api.Test;
import pagelife.reports.ask.Ask;

class TableTest {
    @Test
    void nothingIsUsedAfterItIsFreed() {
        assertHolds(new Table());
    }

    @Test
    void aPlainGetIsNotEnough() {
        assertBroken(Ask.about(new Table()).variant("plain"), "no use after free", 2);
    }

    @Test
    void eachVariantIsAsItsOutlineSays() {
        assertAsExpected(new Table());
    }
}
