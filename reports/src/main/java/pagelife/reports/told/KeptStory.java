package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.explain.Explainer;
import pagelife.checker.result.Finding;
import pagelife.models.page.Books;
import pagelife.reports.page.Printable;

/** What a file says for people above a run that it keeps. */
public final class KeptStory {
    private KeptStory() {}

    /** A line for each thing that there is to say. */
    public static Seq<String> of(Finding finding, Books books, Explainer explainer) {
        ToldFinding told = ToldFinding.of(finding, books, explainer);
        return Vector.of(told.claim())
                .appendAll(told.sentence().isEmpty() ? Vector.empty() : Vector.of(told.sentence()))
                .appendAll(told.evidence().map(fact -> "  " + fact))
                .appendAll(told.stuck().map(stuck -> "  " + stuck.task() + " sleeps: " + stuck.words()))
                .appendAll(told.ledgers()
                        .flatMap(ledger -> ledger.wrongs().map(wrong -> "  " + ledger.page() + ": " + wrong.words())))
                .appendAll(told.story().toVector().flatMap(ToldStory::missed).map(missed -> "  " + missed.text()))
                .map(line -> Printable.of(line).replaceAll("\\s*\n\\s*", " "));
    }
}
