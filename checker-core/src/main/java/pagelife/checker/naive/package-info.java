/**
 * The search that checks the search: breadth-first over boxed states in a hash map, as obvious as it can be. It shares
 * the model with the engine, and no code. It is for small models: a state takes some kilobytes.
 */
package pagelife.checker.naive;
