/**
 * Tasks that are alike, and identities that are. Which of a model's actors can change places without anybody noticing,
 * which pages or address spaces can with the tasks at them, and what a value becomes when they do.
 *
 * <p>After C. Norris Ip and David L. Dill, "Better Verification Through Symmetry", Formal Methods in System Design 9
 * (1996): states that a renaming of such tasks takes into each other are an <em>orbit</em>, and of each orbit one state
 * is enough for every claim that cannot tell them apart. Decision record 0012-orbits-of-tasks-that-are-alike.md.
 */
package pagelife.checker.symmetry;
