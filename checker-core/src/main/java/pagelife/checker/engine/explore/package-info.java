/**
 * A search as it goes on. {@code Rounds} runs the workers of a {@code Crew} over what the {@code Frontier} hands out;
 * between two rounds {@code Upkeep} does what can be done only while nobody runs: the set grows, states go to disk or
 * are laid out anew, near cells are chosen. {@code Keeper} and {@code CheckpointFolder} keep checkpoints, which are
 * bound to the code that made them ({@code Identity}, {@code Behaviour}).
 *
 * <p>A state comes here as a part of a stretch: of the level that is explored, or the one on top of the stack of {@code
 * DepthFirst}. A {@code Worker} explores it; if it breaks or shows something, it is a {@code Candidate}, and the least
 * of a round becomes a {@code Sighting}. No parents are stored: the way to it is found at the end, by {@code Tracer},
 * going back level by level.
 *
 * <p>Why so: "States that differ in near cells are explored together"
 * (checker-core/decisions/0007-groups-are-explored-together.md) for what is chosen and when, "Beyond memory through
 * sorted runs; checkpoints without serialised values" (checker-core/decisions/0004-disk-and-checkpoints.md) for the
 * rest.
 */
package pagelife.checker.engine.explore;
