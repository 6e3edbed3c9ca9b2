/**
 * Pagelife for programs: {@link pagelife.reports.ask.Ask} puts a question, {@link pagelife.reports.ask.Answer} has the
 * verdicts and prints them in every format that the command has.
 *
 * <pre>{@code
 * Answer answer = Ask.about(new LostWakeup()).answer();      // or Ask.about("fsdax/6.1"), or of a model and claims
 * Verdict verdict = answer.verdict("no deadlock");
 * System.out.print(answer.text());                           // or json(), commit(), in("mermaid")
 * }</pre>
 *
 * <p>{@link pagelife.reports.ask.NamedFormat} lists the formats; {@link pagelife.reports.junit} has assertions.
 */
package pagelife.reports.ask;
