package pagelife.checker.engine.explore;

import java.util.List;
import java.util.Optional;
import pagelife.checker.engine.code.Watch;

/**
 * That a watch saw something.
 *
 * @param depth the depth of the candidate's state, in steps from an initial state
 * @param path the states to the candidate's, both ends included, where the search knows them already
 */
public record Sighting(Watch watch, Candidate candidate, int depth, Optional<List<int[]>> path) {}
