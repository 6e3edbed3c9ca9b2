package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.value.Value;
import pagelife.checker.views.Answer;
import pagelife.checker.views.Outlook;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.Shell;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.reach.Checked;
import pagelife.specs.reach.Reach;
import pagelife.specs.reach.Sort;

/**
 * How far the claims about a subject hold, with more and more tasks of a sort.
 *
 * @param variant what is asked about
 * @param sort the sort
 * @param bound the bound that says how many of them there are; of several kinds with commas between
 * @param bounds the other bounds
 * @param claims the answers
 * @param notAsked the claims that are about no state and no step, by name
 * @param proof what views came to
 * @param checked how many tasks the checker tried
 * @param command the command that asks again
 * @param measured all that may differ from run to run
 */
public record AnyReport(
        String variant,
        String sort,
        String bound,
        Map<String, Value> bounds,
        Seq<Claim> claims,
        Seq<String> notAsked,
        Proof proof,
        Seq<Tried> checked,
        String command,
        Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-any/1";

    private static final String STANDING_ALIKE = "who is named in a cell and out of sight is one or more that are named"
            + " alike, side by side: each step was taken with one and two of them, and was the same with more of"
            + " them, up to 24; claims that look there were asked of all these";

    /** What kind of report it is. */
    public static final String KIND = "any";

    /**
     * A claim.
     *
     * @param property its name
     * @param id its id
     * @param claim what it says
     * @param word whether it holds for any number, as far as was tried, or not
     * @param inSight of a claim that is proved: how many tasks a view shows
     * @param assumed of a claim that is proved: what is assumed of it
     * @param tried of a claim that is proved: on how many states that are made up this was tried
     * @param upTo it holds with up to so many tasks; -1 where it was not tried, or is broken with none
     * @param brokenWith of a claim that is broken: with how many tasks
     * @param length of a claim that is broken: the steps of the shortest run
     * @param command the command that shows it; empty for claims that are not broken
     * @param reason why it is not proved; may be empty
     * @param resists what resists the proof; empty where nothing does
     */
    public record Claim(
            String property,
            String id,
            String claim,
            pagelife.specs.reach.Told.Word word,
            Option<Integer> inSight,
            String assumed,
            Option<Integer> tried,
            int upTo,
            Option<Integer> brokenWith,
            Option<Integer> length,
            String command,
            String reason,
            Option<Resisting> resists)
            implements Part {
        private static Claim of(pagelife.specs.reach.Told told, Sort sort, String command) {
            Option<Answer.Proof> proof = told.answer().proof().filter(known -> told.isForAny());
            return new Claim(
                    told.claim().name(),
                    told.claim().id(),
                    told.claim().claim(),
                    told.word(),
                    proof.map(Answer.Proof::members),
                    proof.map(known -> known.mode().sentence()).getOrElse(""),
                    proof.map(Answer.Proof::tried),
                    told.upTo(),
                    told.broken().map(broken -> broken.tasks()),
                    told.broken().map(broken -> broken.trace().length()),
                    told.broken()
                            .map(broken -> command
                                    + Shell.options("--bound", sort.bounds(broken.tasks()))
                                    + " --property " + Shell.word(told.claim().id()))
                            .getOrElse(""),
                    told.answer().reason(),
                    told.answer()
                            .resists()
                            .filter(any -> told.broken().isEmpty())
                            .map(Resisting::of));
        }
    }

    /**
     * A configuration that breaks a claim, and may or may not be part of a state that can be reached.
     *
     * @param cells its cells with their values
     * @param outOfSight what those out of sight would have to hold
     * @param named tasks that are named in cells and are out of sight: each stands for one or more
     * @param steps the steps, of one task and another, by which it came to be seen
     */
    public record Resisting(Map<String, String> cells, Seq<String> outOfSight, Seq<String> named, Seq<String> steps)
            implements Part {
        private static Resisting of(Answer.Resisting found) {
            Map<String, String> cells = io.vavr.collection.LinkedHashMap.ofEntries(found.cells()
                    .map(cell -> io.vavr.Tuple.of(
                            cell.name(), String.valueOf(found.state().read(cell)))));
            return new Resisting(cells, found.unowned(), found.named(), found.steps());
        }
    }

    /**
     * What views came to.
     *
     * @param inSight how many tasks the last views show
     * @param views how many there are
     * @param configurations how many configurations of one task more were executed
     * @param closed whether there are no more
     * @param refused the premise that does not hold, or why there may be more
     * @param premises what the proof rests on and was checked: each with how
     * @param assumptions what it rests on and was tried only: each with how
     */
    public record Proof(
            int inSight,
            int views,
            int configurations,
            boolean closed,
            String refused,
            Seq<String> premises,
            Seq<String> assumptions)
            implements Part {
        private static Proof of(Outlook outlook) {
            return new Proof(
                    outlook.members(),
                    outlook.views(),
                    outlook.configurations(),
                    outlook.closed(),
                    outlook.refused(),
                    outlook.closed() ? premises(outlook) : Vector.empty(),
                    outlook.closed() ? assumptions(outlook) : Vector.empty());
        }

        private static Seq<String> premises(Outlook outlook) {
            return Vector.of(
                    "they are interchangeable, and touch what is theirs or everybody's: each step was executed for"
                            + " each of them",
                    outlook.conserved().isEmpty()
                            ? "nothing is counted"
                            : outlook.conserved().mkString(", ")
                                    + (outlook.conserved().size() == 1 ? " is" : " are")
                                    + " conserved: each step changed the count by what it changed of its owners' shares");
        }

        private static Seq<String> assumptions(Outlook outlook) {
            int more = outlook.members() + 1;
            return Vector.of("with more of them nothing else is more: tried with " + more + " to " + (more + 2))
                    .appendAll(outlook.conserved().isEmpty() ? Vector.empty() : counting(outlook))
                    .appendAll(outlook.crowded() ? Vector.of(STANDING_ALIKE) : Vector.empty())
                    .append("a claim that looks at other tasks is broken by " + more
                            + " of them if it is by many: tried on " + outlook.madeUp() + " states of " + (more + 2)
                            + " that are made up");
        }

        private static Seq<String> counting(Outlook outlook) {
            return Vector.of(
                    "what each owns is not negative, and what all own is the sum: tried on " + outlook.triedSums()
                            + " states that are made up",
                    "counts from " + outlook.bound() + " on are alike: tried with "
                            + outlook.samples().size() + " of them up to "
                            + outlook.samples().last() + ", of which each step was the same, with the same change");
        }
    }

    /**
     * A number of tasks that was tried.
     *
     * @param tasks how many
     * @param states how many states there are; empty when a limit came first
     */
    public record Tried(int tasks, Option<Long> states) implements Part {
        private static Tried of(Checked checked) {
            return new Tried(checked.tasks(), checked.size().map(size -> size.states()));
        }
    }

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     */
    public record Measured(long nanos) implements Part {}

    /**
     * The report of an answer.
     *
     * @param question what is asked of the subject as it is
     * @param command the command that asks again
     */
    public static AnyReport of(Question question, Reach reach, String command, long nanos) {
        return new AnyReport(
                question.subject().name(),
                reach.sort().name(),
                reach.sort().bounds().mkString(", "),
                Told.numbers(question.everyBound()).removeAll(reach.sort().bounds()),
                reach.claims().map(told -> Claim.of(told, reach.sort(), question.command())),
                reach.notAsked(),
                Proof.of(reach.outlook()),
                reach.checked().map(Tried::of),
                command,
                new Measured(nanos));
    }

    /** Whether some claim is broken. */
    public boolean isBroken() {
        return claims.exists(claim -> claim.word() == pagelife.specs.reach.Told.Word.BROKEN);
    }

    /** Whether each claim holds for any number. */
    public boolean isForAny() {
        return claims.forAll(claim -> claim.word() == pagelife.specs.reach.Told.Word.ANY);
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String subject() {
        return variant;
    }

    @Override
    public void accept(Cases cases) {
        cases.any(this);
    }
}
