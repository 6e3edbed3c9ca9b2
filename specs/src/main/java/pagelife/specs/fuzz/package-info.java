/**
 * Random workloads of a protocol: {@link pagelife.specs.fuzz.Sample} is one, {@link pagelife.specs.fuzz.Breeding} makes new
 * ones, {@link pagelife.specs.fuzz.Coverage} says whether one did anything new, {@link pagelife.specs.fuzz.Fuzzer} takes
 * walks through them, and {@link pagelife.specs.fuzz.Shrinking} makes of one that breaks a claim the smallest, with its
 * shortest run.
 */
package pagelife.specs.fuzz;
