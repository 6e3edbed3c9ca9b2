/**
 * How far an answer reaches: the claims that hold of a protocol are asked again with its bounds set higher, one at a
 * time, then two, small spaces first. {@link pagelife.specs.sweep.Sweep} does it.
 */
package pagelife.specs.sweep;
