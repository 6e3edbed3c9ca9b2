package pagelife.reports.outcome;

import io.vavr.control.Option;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.specs.Expectation;
import pagelife.specs.litmus.Expected;

/**
 * One expectation and what was found.
 *
 * @param expected what the spec expects
 * @param claim what the property says
 * @param found the verdict
 * @param length the number of steps of the trace; empty when there is none
 * @param lengthMatters whether the search promises shortest traces
 */
public record Judgement(
        Expectation expected, String claim, Verdict found, Option<Integer> length, boolean lengthMatters) {

    /**
     * Compares a finding with what was expected.
     *
     * @param shortest whether the search promises shortest traces
     */
    static Judgement of(Expectation expected, Finding finding, boolean shortest) {
        return new Judgement(
                expected,
                finding.property().claim(),
                finding.verdict(),
                finding.trace().map(Trace::length),
                shortest);
    }

    /** Whether the verdict is the expected one, and the length too where one is expected. */
    public boolean asExpected() {
        return expected.verdict() == found
                && (!lengthMatters
                        || expected.length().isEmpty()
                        || expected.length().equals(length));
    }

    /** Whether it is known to be another than the expected one: a search that was stopped speaks against nothing. */
    public boolean isOtherwise() {
        return !asExpected() && found != Verdict.UNDECIDED;
    }

    /** The short name of the property. */
    public String name() {
        return Names.brief(expected.property());
    }

    /** What was found, in the words of a litmus test: {@code broken in 9}. */
    public String words() {
        return Expected.text(found, length);
    }

    /** What is expected, in the words of a litmus test. */
    public String expectedWords() {
        return Expected.text(expected.verdict(), expected.length());
    }
}
