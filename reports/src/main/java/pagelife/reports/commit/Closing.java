package pagelife.reports.commit;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import pagelife.checker.explain.Story;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.reports.page.Amounts;
import pagelife.specs.ledger.CountLedger;
import pagelife.specs.ledger.Wrong;

/** What stands around the table: how it begins, and the paragraph that closes it. */
final class Closing {
    /** Who holds two things is an explanation, who holds more is not. */
    private static final int MOST_COUNTED = 2;

    private final Books books;
    private final Trace trace;
    private final Story story;
    private final Seq<String> sentences;
    private final Seq<String> looked;
    private final Seq<Wrong> leaks;

    /**
     * The paragraph.
     *
     * @param wrongs what went wrong with references, as far as the claim is about it
     */
    Closing(Books books, Trace trace, Story story, Seq<String> sentences, Seq<String> looked, Seq<Wrong> wrongs) {
        this.books = books;
        this.trace = trace;
        this.story = story;
        this.sentences = sentences;
        this.looked = looked;
        this.leaks = wrongs.filter(wrong -> wrong.kind() == Wrong.Kind.LEAK);
    }

    /** What is so before the race: empty when it begins at once. */
    Option<String> start() {
        Seq<String> texts = story.folds().filter(Story.Fold::isSetUp).map(Story.Fold::text);
        return Option.when(!texts.isEmpty(), () -> texts.mkString("At the start ", ", and ", "."));
    }

    /** The sentence, what was missed, who holds what, and how much is left out. */
    String paragraph(Seq<Integer> shown) {
        int left = trace.length() - shown.size();
        return sentences
                .map(Sentences::withoutNumbers)
                .toVector()
                .appendAll(failure())
                .appendAll(missed().orElse(this::tested))
                .appendAll(holders(shown))
                .appendAll(leaks.map(this::leak).distinct())
                .append(Amounts.counted(trace.length(), "step") + (left == 0 ? "" : ", " + left + " left out"))
                .map(text -> capital(text) + ".")
                .mkString(" ");
    }

    /** What ends a run that a claim about runs is broken by; one about steps tells it itself. */
    private Option<String> failure() {
        return trace.steps()
                .lastOption()
                .filter(step -> trace.loopStart().isDefined())
                .flatMap(TraceStep::failure)
                .map(failure -> who(trace.length()) + " fails: " + failure.what());
    }

    /** The name of a task or a cell stays as it is also where a sentence begins, and so does what is no word. */
    private String capital(String text) {
        String first = text.substring(0, (text + " ").indexOf(' '));
        return first.matches("[a-z-]+[,:]?") && !isName(first.replaceFirst("[,:]$", ""))
                ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
                : text;
    }

    private boolean isName(String word) {
        Model model = trace.initial().model();
        return model.actors().exists(actor -> actor.name().equals(word))
                || model.cells().exists(cell -> cell.family().equals(word));
    }

    /** The last thing that was read too early, of what is counted or what the claim looks at. */
    private Option<String> missed() {
        Option<Story.Missed> last = story.missed()
                .filter(missed -> looked.contains(missed.cell().name())
                        || counted(missed.cell()).isDefined())
                .filter(missed -> seen(missed, missed.reader() - 1) != null)
                .lastOption();
        return last.map(missed -> saw(missed) + ", and did not look again");
    }

    /** What was tested too early, where its task changes it once more but does not test it again. */
    private Option<String> tested() {
        Seq<Story.Missed> stale = story.decisive()
                .filter(reader -> says(reader))
                .flatMap(reader -> books.counted().flatMap(what -> stale(reader, what)));
        return stale.lastOption().map(missed -> saw(missed) + ", and did not test again");
    }

    private boolean says(int step) {
        return !trace.steps().get(step - 1).said().isEmpty();
    }

    private Option<Story.Missed> stale(int reader, Counted what) {
        Cell<?> cell = books.cell(what).get();
        int acted = trace.length()
                - trace.steps()
                        .reverse()
                        .indexWhere(step -> step.step().actor().name().equals(who(reader)));
        return reads(reader, cell)
                ? story.decisive()
                        .findLast(writer -> writer > reader
                                && writer < acted
                                && !who(writer).equals(who(reader))
                                && count(writer, what) != count(writer - 1, what)
                                && count(writer, what) != count(reader - 1, what))
                        .filter(writer -> goesOnUntested(reader, cell))
                        .map(writer -> new Story.Missed(reader, cell, writer))
                : Option.none();
    }

    /** Whether the task of a step tests what it saw no more. */
    private boolean goesOnUntested(int reader, Cell<?> cell) {
        Seq<Integer> later = Vector.rangeClosed(reader + 1, trace.length())
                .filter(step -> who(step).equals(who(reader)));
        return !later.exists(step -> says(step) && reads(step, cell));
    }

    private boolean reads(int step, Cell<?> cell) {
        return trace.steps().get(step - 1).reads().contains(cell);
    }

    private int count(int moment, Counted what) {
        return books.count(trace.before(moment), what).getOrElse(0);
    }

    /** {@code fork saw refs 1 before gup-fast made it 5}. */
    private String saw(Story.Missed missed) {
        return who(missed.reader()) + " saw " + seen(missed, missed.reader() - 1) + " before "
                + who(missed.writer()) + " made it "
                + seen(missed, missed.writer()).substring("refs ".length());
    }

    private String seen(Story.Missed missed, int moment) {
        State state = trace.before(moment);
        return counted(missed.cell())
                .filter(what -> !books.count(state, what).equals(books.count(trace.before(missed.writer()), what))
                        || moment == missed.writer())
                .flatMap(what -> books.count(state, what))
                .map(count -> "refs " + count)
                .getOrElse((String) null);
    }

    private Option<Counted> counted(Cell<?> cell) {
        return books.counted().find(what -> books.cell(what).exists(known -> known == cell));
    }

    private String who(int step) {
        return trace.steps().get(step - 1).step().actor().name();
    }

    /** Who holds what the claim looks at, and what the race changed: only that which the sentence names, if it does. */
    private Seq<String> holders(Seq<Integer> shown) {
        State last = trace.last();
        Seq<Counted> named = books.counted().filter(what -> what.isSubject() && isNamed(what));
        return books.counted()
                .filter(what -> books.cell(what)
                        .exists(cell -> looked.contains(cell.name())
                                || what.isSubject() && changes(cell) && (named.isEmpty() || named.contains(what))))
                .take(MOST_COUNTED)
                .reject(what -> isTold(what, shown))
                .map(what -> held(what, last));
    }

    private boolean isNamed(Counted what) {
        return Pattern.compile("\\b" + Pattern.quote(what.toString()) + "\\b")
                .matcher(sentences.mkString(". "))
                .find();
    }

    /** Whether the sentence has told the balance, or a row what is no sum of holders. */
    private boolean isTold(Counted what, Seq<Integer> shown) {
        int last = count(trace.length(), what);
        boolean counts = last < 0 || !what.isReferences();
        return counts
                ? shown.exists(step -> count(step, what) == last && count(step - 1, what) != last)
                : sentences.exists(sentence -> sentence.contains(what + " counts "))
                        && (sentences.exists(sentence -> sentence.contains("its owners hold"))
                                || leaks.exists(leak -> leak.what().equals(what)));
    }

    /** {@code gup-fast leaked 1 reference of P0}. */
    private String leak(Wrong wrong) {
        int refs = leaks.filter(other -> who(other.step()).equals(who(wrong.step()))
                        && other.what().equals(wrong.what()))
                .map(Wrong::refs)
                .sum()
                .intValue();
        return who(wrong.step()) + " leaked " + Amounts.counted(refs, "reference") + " of " + name(wrong.what());
    }

    private static String name(Counted what) {
        return what.isSubject() ? what.toString() : "the " + what;
    }

    private boolean changes(Cell<?> cell) {
        return story.decisive()
                .exists(step -> !trace.before(step - 1)
                        .read(cell)
                        .equals(trace.before(step).read(cell)));
    }

    /** {@code P0 has 5 references: pin of gup-fast 4, entries 1}. */
    private String held(Counted what, State state) {
        int count = books.count(state, what).get();
        Seq<Holds> holders = books.holds(state, what);
        Seq<Holds> taken = unbooked(what, state);
        if (books.held(state, what) + taken.map(Holds::refs).sum().intValue() == count) {
            holders = holders.appendAll(taken);
        }
        if (count < 0 || !what.isReferences()) {
            return "the count of " + name(what) + " is " + count;
        }
        String name = name(what);
        String has = name + " has " + (count == 0 ? "no reference" : Amounts.counted(count, "reference"));
        int held = holders.map(Holds::refs).sum().intValue();
        Seq<String> who = holders.groupBy(Holds::owner)
                .map(own -> own._1() + " " + own._2().map(Holds::refs).sum().intValue())
                .toVector()
                .sorted();
        if (held > count) {
            return name + " counts " + count + ", though " + Amounts.counted(held, "reference")
                    + (held == 1 ? " is held: " : " are held: ") + who.mkString(", ");
        }
        return who.isEmpty()
                ? has + (count == 0 || !isKept(what) || !taken.isEmpty() ? "" : ", which nobody holds")
                : has + ": " + who.mkString(", ");
    }

    /**
     * Who took references, and neither put them nor has let go of them, of those of whom no state says that they hold
     * any: the ledger has them as holders.
     */
    private Seq<Holds> unbooked(Counted what, State state) {
        CountLedger ledger = CountLedger.of(books, trace)
                .find(one -> one.what().equals(what))
                .get();
        Seq<String> leaking =
                ledger.wrongs().filter(wrong -> wrong.kind() == Wrong.Kind.LEAK).map(Wrong::who);
        Seq<Owner> booked = books.holds(state, what).map(Holds::owner);
        return ledger.holdings()
                .filter(held -> held.until().isEmpty())
                .reject(held -> booked.contains(held.owner())
                        || leaking.contains(held.owner().toString()))
                .map(held -> new Holds(what, held.owner(), held.refs()));
    }

    /** Whether the books knew of a holder at some time: else nothing is known of who holds it now. */
    private boolean isKept(Counted what) {
        return Vector.rangeClosed(0, trace.length())
                .exists(moment -> !books.holds(trace.before(moment), what).isEmpty());
    }
}
