package pagelife.checker.engine;

import java.util.List;
import java.util.Optional;

/**
 * That a watch saw something.
 *
 * @param depth the depth of the candidate's state, in steps from an initial state
 * @param path the states to the candidate's, both ends included, where the search knows them already
 */
record Sighting(Watch watch, Candidate candidate, int depth, Optional<List<int[]>> path) {}
