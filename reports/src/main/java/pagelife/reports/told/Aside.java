package pagelife.reports.told;

/**
 * Something that is at hand with a report and is no part of what it says: documents that write a report as it is leave
 * it out.
 *
 * @param thing what it is
 */
public record Aside<T>(T thing) {}
