/**
 * All combinations of a family's rules, checked: which are sound, and how far it is from one to a sound one.
 *
 * <ul>
 *   <li>{@link pagelife.specs.matrix.DesignSpace}: the dimensions, what is meaningless, the scenes that put a
 *       combination to the test, and the kernels to start from; {@link pagelife.specs.matrix.FsdaxSpace} is that of
 *       FS-DAX.
 *   <li>{@link pagelife.specs.matrix.Survey}: checks every combination. What a scene does not know is left out of its
 *       models, so that many combinations share one.
 *   <li>{@link pagelife.specs.matrix.Matrix}: what came out, and the searches in it.
 * </ul>
 */
package pagelife.specs.matrix;
