package pagelife.reports;

import pagelife.reports.told.Part;

/**
 * A claim that the newest kernel breaks, as far as its model goes.
 *
 * @param family the family
 * @param property its name
 * @param claim what it says
 * @param spec the spec that shows it: of those that do, one with the fewest bounds set otherwise, then steps
 * @param steps the steps of its shortest trace
 * @param command the command that shows the trace
 */
public record OpenClaim(String family, String property, String claim, String spec, int steps, String command)
        implements Part {}
