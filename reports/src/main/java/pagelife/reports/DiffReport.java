package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.told.Part;
import pagelife.specs.Renames;
import pagelife.specs.kept.Retrace;
import pagelife.specs.kept.Retraced;
import pagelife.specs.litmus.Kept;

/**
 * Two protocols of one family, side by side.
 *
 * @param first what is compared
 * @param second with what
 * @param rules the rules in which they differ
 * @param bounds the bounds in which they differ
 * @param claims the claims whose answers differ, or that are broken in the first; all that were asked for by name
 * @param same how many other claims have the same answer
 * @param command the command that compares them again
 * @param measured all that may differ from run to run
 */
public record DiffReport(
        Compared first,
        Compared second,
        Seq<Choice> rules,
        Seq<Choice> bounds,
        Seq<Claim> claims,
        int same,
        String command,
        CatalogueReport.Taken measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-diff/1";

    /**
     * One of the two.
     *
     * @param name its name
     * @param summary what it is
     * @param kernels the kernels it describes; may be empty
     * @param states how many states were explored
     */
    public record Compared(String name, String summary, String kernels, long states) implements Part {
        private static Compared of(Outcome outcome) {
            return new Compared(
                    outcome.question().subject().name(),
                    outcome.question().variant().summary(),
                    outcome.question().variant().kernels(),
                    outcome.result().counts().states());
        }
    }

    /**
     * A rule or a bound with two values.
     *
     * @param name its name
     * @param first its value in the first
     * @param second its value in the second
     * @param about what it decides
     */
    public record Choice(String name, String first, String second, String about) implements Part {}

    /**
     * A claim.
     *
     * @param property its name
     * @param claim it in one sentence
     * @param first the answer in the first; empty if it makes no sense there
     * @param second the answer in the second; empty if it makes no sense there
     * @param replayed what becomes of the counterexample of the first in the second; empty if there is none
     */
    public record Claim(
            String property, String claim, Option<Answer> first, Option<Answer> second, Option<Replayed> replayed)
            implements Part {}

    /**
     * An answer.
     *
     * @param verdict the answer
     * @param length the steps of the shortest counterexample, or of what shows the claim
     * @param sentence what happens in it; empty where there is none
     * @param run it, by tasks and the short names of their steps; empty where there is none
     */
    public record Answer(Verdict verdict, Option<Integer> length, String sentence, String run) implements Part {
        private static Answer of(Finding finding, Explainer explainer) {
            Option<Trace> trace = finding.trace();
            return new Answer(
                    finding.verdict(),
                    trace.map(Trace::length),
                    trace.filter(shown -> finding.verdict() == Verdict.VIOLATED)
                            .map(shown ->
                                    explainer.explain(finding.property(), shown).sentence())
                            .getOrElse(""),
                    trace.map(DiffReport::run).getOrElse(""));
        }

        /** It in words: {@code broken in 14}. */
        public String words() {
            String word = switch (verdict) {
                case HOLDS -> length.isEmpty() ? "holds" : "happens";
                case VIOLATED -> "broken";
                case NEVER_HAPPENS -> "never happens";
                case UNDECIDED -> "undecided";
            };
            return word + length.map(steps -> " in " + steps).getOrElse("");
        }
    }

    /**
     * A counterexample, executed in the other protocol.
     *
     * @param outcome what becomes of it
     * @param turn the first step at which the other goes another way; empty if none does
     * @param words the same in a sentence
     * @param notes steps that stand for others there, in words
     */
    public record Replayed(Retraced.Outcome outcome, Option<Integer> turn, String words, Seq<String> notes)
            implements Part {}

    /**
     * The report about two outcomes.
     *
     * @param renames what became of steps from the first to the second
     */
    public static DiffReport of(Outcome first, Outcome second, Renames renames, String command, long nanos) {
        Seq<Claim> all = claims(first, second, renames);
        boolean named = first.question().properties().nonEmpty();
        Seq<Claim> told = all.filter(claim -> named || isTold(claim));
        return new DiffReport(
                Compared.of(first),
                Compared.of(second),
                choices(
                        first.question().family().rules(),
                        first.question().everyRule(),
                        second.question().everyRule()),
                choices(
                        first.question().family().bounds(),
                        first.question().everyBound(),
                        second.question().everyBound()),
                told,
                all.size() - told.size(),
                command,
                new CatalogueReport.Taken(nanos));
    }

    private static boolean isTold(Claim claim) {
        return !claim.first().map(Answer::verdict).equals(claim.second().map(Answer::verdict))
                || claim.first().exists(answer -> answer.verdict() == Verdict.VIOLATED);
    }

    private static Seq<Choice> choices(Seq<Setting> known, Settings first, Settings second) {
        return known.filter(one -> !first.get(one.name()).equals(second.get(one.name())))
                .map(one -> new Choice(
                        one.name(),
                        first.get(one.name()).getOrElse(""),
                        second.get(one.name()).getOrElse(""),
                        one.summary()));
    }

    /** Every claim about either, those of the first first. */
    private static Seq<Claim> claims(Outcome first, Outcome second, Renames renames) {
        Explainer one = new Explainer(first.result().model());
        Explainer other = new Explainer(second.result().model());
        return findings(first)
                .appendAll(findings(second))
                .map(Finding::property)
                .distinctBy(Property::name)
                .map(property -> {
                    Option<Finding> mine = first.result().finding(property.name());
                    Option<Finding> theirs = second.result().finding(property.name());
                    return new Claim(
                            property.name(),
                            property.claim(),
                            mine.map(finding -> Answer.of(finding, one)),
                            theirs.map(finding -> Answer.of(finding, other)),
                            mine.filter(finding -> finding.verdict() == Verdict.VIOLATED)
                                    .flatMap(Finding::trace)
                                    .map(trace -> replayed(trace, property.name(), first, second, renames)));
                });
    }

    private static Seq<Finding> findings(Outcome outcome) {
        return outcome.result().findings().toVector();
    }

    private static Replayed replayed(Trace trace, String claim, Outcome first, Outcome second, Renames renames) {
        Model there = second.result().model();
        Kept kept = Kept.of(trace);
        Retraced retraced = Retrace.of(
                kept,
                there,
                first.result().model(),
                renames,
                second.result().finding(claim).map(Finding::property),
                second.question().options().fairness());
        Option<Integer> turn = retraced.divergence()
                .map(one -> one.step())
                .orElse(() -> retraced.refusal().map(one -> one.step()));
        return new Replayed(
                retraced.outcome(),
                turn,
                ReplayWords.of(
                        retraced, trace.length(), second.question().subject().name(), claim),
                retraced.notes());
    }

    /** {@code fault: f1 f2; removal: r1}. */
    private static String run(Trace trace) {
        Seq<String> turns = Vector.empty();
        String task = "";
        for (Kept.Taken taken : Kept.of(trace).steps()) {
            boolean goesOn = taken.task().text().equals(task);
            task = taken.task().text();
            turns = goesOn
                    ? turns.update(turns.size() - 1, turn -> turn + " " + taken.step())
                    : turns.append(task + ": " + taken.step());
        }
        return turns.mkString("; ");
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String subject() {
        return first.name() + " " + second.name();
    }

    @Override
    public void accept(Cases cases) {
        cases.diff(this);
    }
}
