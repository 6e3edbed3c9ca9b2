package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.symmetry.Alike;

/**
 * What the states of a search stand for that explored one of each orbit.
 *
 * @param alike the tasks that may change places; none if the model has no such
 * @param states how many states all orbits have
 */
public record OrbitCount(Seq<Alike> alike, long states) {}
