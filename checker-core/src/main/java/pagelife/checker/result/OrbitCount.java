package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.symmetry.Alike;
import pagelife.checker.symmetry.Symmetry;

/**
 * What the states of a search stand for that explored one of each orbit.
 *
 * @param alike the tasks that may change places; none if the model has no such
 * @param together the identities that may, with the tasks at them
 * @param apart the identities that are told apart
 * @param states how many states all orbits have
 */
public record OrbitCount(Seq<Alike> alike, Seq<Symmetry.Together> together, Seq<Symmetry.Apart> apart, long states) {}
