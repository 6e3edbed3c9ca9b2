package example;

import pagelife.reports.ask.Answer;
import pagelife.reports.ask.Ask;

/** A question, its answer, and what the command would print of it. */
public final class FiveLines {
    private FiveLines() {}

    /** Prints the verdict on a claim, the text for a commit message, and the counterexample as a diagram. */
    public static void main(String[] args) {
        Ask ask = Ask.about(new Table()).variant("plain").claims("no use after free");
        Answer answer = ask.answer();
        System.out.println(answer.verdict("no use after free"));
        System.out.print(answer.commit());
        System.out.print(answer.in("mermaid"));
    }
}
