/**
 * All small workloads of a protocol, and what breaks under which: {@link pagelife.specs.workloads.Alphabet} is what
 * tasks can be asked to do, {@link pagelife.specs.workloads.Mix} who does what, {@link pagelife.specs.workloads.Mixes}
 * every mix of a size up to renaming, {@link pagelife.specs.workloads.Enumeration} puts each to the checker, and
 * {@link pagelife.specs.workloads.Tally} keeps the smallest of those that break a claim.
 */
package pagelife.specs.workloads;
