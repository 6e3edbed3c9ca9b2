/**
 * States as words: which bits of which word hold the id of which cell ({@code Layout}), and how packed states are
 * sorted. Widths grow while the search runs; then everything is packed again.
 */
package pagelife.checker.engine.pack;
