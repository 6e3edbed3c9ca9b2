/**
 * How fast the checker is: {@link pagelife.reports.bench.Bench} runs the {@link pagelife.reports.bench.Subjects} in
 * processes of their own and, where it is installed, Spin on the same models, and tells what each cost.
 */
package pagelife.reports.bench;
