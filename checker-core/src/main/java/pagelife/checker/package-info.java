/**
 * The checker: {@link pagelife.checker.Checker} answers claims about a model, hands out the states of a small one as a
 * {@linkplain pagelife.checker.graph graph}, and says what is in a folder of checkpoints.
 *
 * <p>What goes in is a {@linkplain pagelife.checker.model model}, {@linkplain pagelife.checker.property claims} and
 * {@linkplain pagelife.checker.search.Options options}; what comes out is a {@linkplain pagelife.checker.result.Result
 * result}. In between lies the engine.
 */
package pagelife.checker;
