/**
 * A search as it goes on: rounds of workers over a level ({@code Rounds}, {@code Worker}), limits, near cells, what was
 * seen ({@code Sightings}), the way there ({@code Tracer}: no parents are stored), and checkpoints ({@code Keeper},
 * {@code CheckpointFolder}), which are bound to the code that made them ({@code Identity}, {@code Behaviour}).
 */
package pagelife.checker.engine.explore;
