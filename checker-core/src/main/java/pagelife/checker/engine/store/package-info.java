/**
 * The states met so far. The visited set ({@code Store}, in three kinds: one word a state, several words, and clusters
 * of states that differ in near cells only), the states of each level in the order in which they were found ({@code
 * Levels}), and both on disk as sorted runs ({@code Vault}, {@code RunFile}) that are believed only when their
 * checksums agree. Decision records 3 and 4. A state of one word takes 8 bytes in the set, at a load of at most three
 * quarters.
 */
package pagelife.checker.engine.store;
