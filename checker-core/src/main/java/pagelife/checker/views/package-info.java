/**
 * Claims for any number of tasks of a sort. From instances with a few of them {@link pagelife.checker.views.Views} finds
 * all that a few can see of the others, however many there are; {@link pagelife.checker.views.Conserved} quantities say
 * what those out of sight can hold. Why that is a proof, and of what, is told in
 * {@code checker-core/decisions/0011-views-of-any-number.md}.
 */
package pagelife.checker.views;
