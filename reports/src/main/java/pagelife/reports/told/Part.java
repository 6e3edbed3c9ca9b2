package pagelife.reports.told;

/**
 * A record of the tree that a report is. Pure data: texts, numbers, constants, values taken apart, sequences and maps
 * of these, options, and further parts. What else is in it is no more than its text.
 */
public interface Part {}
