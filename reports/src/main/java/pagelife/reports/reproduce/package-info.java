/**
 * Programs that try on a kernel what a litmus test says of a model. {@link pagelife.reports.reproduce.Reproduction} is
 * such a program in C, with a script that records what the kernel does meanwhile.
 *
 * <p>What an operation is as a call of user space stands in one table, {@code Deeds}; the C text that all programs
 * share is a resource, of which each takes the sections that it needs.
 */
package pagelife.reports.reproduce;
