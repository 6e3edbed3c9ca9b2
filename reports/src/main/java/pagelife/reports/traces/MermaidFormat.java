package pagelife.reports.traces;

import pagelife.reports.format.PerTrace;
import pagelife.reports.format.TracedFinding;
import pagelife.reports.page.Page;
import pagelife.reports.page.Printable;
import pagelife.reports.told.ToldStep;

/**
 * A sequence diagram of Mermaid, which many forges draw in their pages: a task is a participant, a step a note over it,
 * and the cells that it changes an arrow to the state that all share.
 */
public final class MermaidFormat extends PerTrace {
    /** The format; {@code witnesses}: whether traces that show what is so are wanted, too. */
    public MermaidFormat(boolean witnesses) {
        super(witnesses);
    }

    @Override
    protected void write(TracedFinding found, Page page) {
        page.out().print("sequenceDiagram\n");
        line(page, "  accTitle: ", found.title());
        line(page, "  title ", found.title());
        found.trace()
                .actors()
                .zipWithIndex()
                .forEach(actor -> line(page, "  participant t" + actor._2() + " as ", actor._1()));
        line(page, "  participant state as ", "state");
        int number = 0;
        for (ToldStep step : found.trace().steps()) {
            if (found.trace().loopStart().contains(number)) {
                line(page, "  loop ", "forever");
            }
            number++;
            step(page, found, step, number);
        }
        found.trace()
                .loopStart()
                .filter(start -> start < found.trace().length())
                .forEach(start -> page.out().print("  end\n"));
        found.finding().evidence().forEach(fact -> line(page, "  Note over state: ", fact));
    }

    private static void step(Page page, TracedFinding found, ToldStep step, int number) {
        String task = "t" + found.trace().actors().indexOf(step.actor());
        String label = number + ". " + step.label() + (step.function().isEmpty() ? "" : " | " + step.function() + "()");
        if (step.effects().isEmpty()) {
            line(page, "  Note over " + task + ": ", label);
            return;
        }
        line(page, "  " + task + "->>state: ", label);
        step.effects().forEach(effect -> line(page, "  Note right of state: ", effect));
    }

    /**
     * A line whose last part is a text. What Mermaid would obey is written as the number of the character, as its
     * manual tells to: {@code #35;} is a number sign.
     */
    private static void line(Page page, String head, String text) {
        StringBuilder safe = new StringBuilder();
        Printable.of(text).replace('\n', ' ').codePoints().forEach(sign -> {
            if ("#;<>&\"%{}`\\".indexOf(sign) >= 0) {
                safe.append('#').append(sign).append(';');
            } else {
                safe.appendCodePoint(sign);
            }
        });
        page.out().print(head + safe + "\n");
    }
}
