/**
 * One state for each orbit of a symmetric model ({@link pagelife.checker.engine.orbit.Orbits}): ids go in, those of the
 * state that stands for the orbit come out. A value is renamed once for each order of the tasks, the rest is looking
 * up.
 *
 * <p>Why so: "Of states that differ in who is who one is explored"
 * (checker-core/decisions/0012-orbits-of-tasks-that-are-alike.md).
 */
package pagelife.checker.engine.orbit;
