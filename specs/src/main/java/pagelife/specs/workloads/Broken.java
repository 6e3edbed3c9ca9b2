package pagelife.specs.workloads;

import io.vavr.collection.Vector;
import pagelife.checker.property.Property;

/**
 * What came out for a claim.
 *
 * @param property the claim
 * @param asked how many workloads it makes sense for
 * @param broken how many of them break it
 * @param undecided for how many a limit left it open
 * @param smallest the smallest that break it, in the order in which they were met
 */
public record Broken(Property property, int asked, int broken, int undecided, Vector<Smallest> smallest) {}
