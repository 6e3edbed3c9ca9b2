package pagelife.checker.engine.explore;

import io.vavr.control.Option;
import java.util.List;
import pagelife.checker.engine.code.Watch;

/**
 * That a watch saw something.
 *
 * @param depth the depth of the candidate's state, in steps from an initial state
 * @param path the states to the candidate's, both ends included, where the search knows them already
 */
public record Sighting(Watch watch, Candidate candidate, int depth, Option<List<int[]>> path) {}
