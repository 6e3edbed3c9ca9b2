/**
 * Recordings of kernels held against the models of fsdax. {@link pagelife.specs.observe.Recording} is one that was read:
 * its {@code Scene} (pages, mappings, tasks), and what was seen, line by line; {@link pagelife.specs.observe.Observed}
 * is what a variant has to say to it.
 */
package pagelife.specs.observe;
