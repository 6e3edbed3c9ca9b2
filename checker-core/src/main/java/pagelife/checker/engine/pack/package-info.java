/**
 * States as words: which bits of which word hold the id of which cell ({@code Layout}), and how packed states are
 * sorted ({@code RadixSort}). A search holds tens of millions of states, so that a state is a few longs and no object.
 *
 * <p>A state comes here as ids, one for each cell, and leaves as words, and the other way round when the model's code
 * has to see it. Widths are made for the values met so far; when a cell outgrows its own, whoever holds states packs
 * all of them again. Near cells lie at the low end of the first word, so that a shift takes them off.
 *
 * <p>Why so: "States that differ in near cells share an entry of the visited set"
 * (checker-core/decisions/0003-near-cells-share-an-entry.md).
 */
package pagelife.checker.engine.pack;
