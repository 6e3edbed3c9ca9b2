package pagelife.reports;

import pagelife.reports.told.Part;

/**
 * A family of the catalogue in a line.
 *
 * @param name its name
 * @param summary what it is about
 * @param specs how many specs of it were checked
 * @param asExpected how many of them came out as expected
 * @param describesNewest whether some variant of it describes the newest kernel
 * @param open how many claims the newest kernel breaks
 */
public record FamilyTally(String name, String summary, int specs, int asExpected, boolean describesNewest, int open)
        implements Part {}
