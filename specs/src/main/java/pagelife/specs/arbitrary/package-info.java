/**
 * Samples of what can be done with a protocol: {@link pagelife.specs.arbitrary.Programs} makes workloads of lists of
 * numbers, {@link pagelife.specs.arbitrary.Schedules} makes runs of them, each of any list; so who shrinks, mutates or
 * mixes the numbers has a sample again. {@link pagelife.specs.arbitrary.ModelArbitraries} hands them to jqwik. A test
 * with jqwik that looks for a workload of three calls in all under which a claim is broken:
 *
 * <pre>{@code
 * class MyProtocolTest {
 *     private static final Subject SUBJECT = Subject.of(StudySpecs.of(new MyProtocol()));
 *
 *     @Provide
 *     Arbitrary<Workload> workloads() {
 *         return ModelArbitraries.programs(SUBJECT, 3, 2);
 *     }
 *
 *     @Property(tries = 100)
 *     void nobodyIsStuck(@ForAll("workloads") Workload workload) {
 *         Inquiry<?> inquiry = SUBJECT.with(workload).inquiry();
 *         Result result = inquiry.check(inquiry.called("no deadlock"), Options.DEFAULT);
 *         assertEquals(Verdict.HOLDS, result.findings().head().verdict());
 *     }
 * }
 * }</pre>
 *
 * <p>Only {@link pagelife.specs.arbitrary.ModelArbitraries} needs jqwik, which is an optional dependency: name it in
 * your own project.
 */
package pagelife.specs.arbitrary;
