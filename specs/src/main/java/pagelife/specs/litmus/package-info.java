/**
 * Litmus tests: text files that say what each task does and what the checker must say of it. {@link
 * pagelife.specs.litmus.Litmus} is such a file as read and written, {@link pagelife.specs.litmus.Posed} the test with
 * everything in it looked up, {@link pagelife.specs.litmus.Answer} what came out.
 *
 * <p>They are read here and not beside the reports, since the corpus belongs to what we expect.
 */
package pagelife.specs.litmus;
