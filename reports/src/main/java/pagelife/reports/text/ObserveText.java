package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import pagelife.reports.ObserveReport;
import pagelife.reports.ObserveReport.ClaimOutcome;
import pagelife.reports.ObserveReport.Outcome;
import pagelife.reports.ObserveReport.ToldBlockage;
import pagelife.reports.ObserveReport.ToldClaim;
import pagelife.reports.ObserveReport.ToldRecording;
import pagelife.reports.ObserveReport.ToldRule;
import pagelife.reports.ObserveReport.ToldStanding;
import pagelife.reports.ObserveReport.ToldTaken;
import pagelife.reports.ObserveReport.ToldUnused;
import pagelife.reports.ObserveReport.ToldWay;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldTrace;

/** Recordings of kernels for people: a paragraph for each. */
final class ObserveText {
    private static final Seq<String> HEAD = Vector.of(
            "recording",
            "variant",
            "came out",
            "observations",
            "steps seen + inferred",
            "CPU s",
            "claims, or who is wrong");

    /** So many standings of a task that is blocked are shown: the first says what is wrong, mostly. */
    private static final int STANDINGS = 4;

    private final Page page;

    ObserveText(Page page) {
        this.page = page;
    }

    void print(ObserveReport report) {
        if (report.recordings().size() == 1) {
            recording(report.recordings().head());
        } else {
            table(report);
            summary(report);
        }
        report.rules().groupBy(ToldRule::variant).forEach(this::rules);
        report.steps().groupBy(ToldTaken::variant).forEach(this::steps);
    }

    /** Many recordings: a table, as Markdown has them. */
    private void table(ObserveReport report) {
        Seq<Seq<String>> rows = report.recordings()
                .zip(report.measured().cpuNanos())
                .map(each -> row(each._1(), each._2()))
                .toVector()
                .prepend(HEAD);
        Seq<Integer> widths = Vector.range(0, HEAD.size())
                .map(i -> rows.map(row -> row.get(i).length()).max().get());
        page.line(line(HEAD, widths));
        page.line(widths.map("-"::repeat).mkString("|-", "-|-", "-|"));
        rows.tail().forEach(row -> page.line(line(row, widths)));
        page.line("");
    }

    private static String line(Seq<String> row, Seq<Integer> widths) {
        return row.zip(widths).map(cell -> Wrap.pad(cell._1(), cell._2())).mkString("| ", " | ", " |");
    }

    private static Seq<String> row(ToldRecording told, long cpuNanos) {
        boolean explained = told.outcome() == Outcome.EXPLAINED || told.outcome() == Outcome.EXPLAINED_IN_PART;
        return Vector.of(
                told.file(),
                told.variant(),
                word(told),
                told.outcome() == Outcome.OUT_OF_SCOPE ? "" : told.explained() + " of " + told.observations(),
                explained ? told.seen() + " + " + told.inferred() : "",
                cpuNanos < 0 ? "" : String.format(Locale.ROOT, "%.2f", cpuNanos / 1e9),
                remark(told));
    }

    /** The claims that it breaks; if it is not explained, who is wrong. */
    private static String remark(ToldRecording told) {
        String broken = told.claims()
                .filter(claim -> claim.outcome() == ClaimOutcome.BROKEN)
                .map(claim -> "breaks " + claim.claim().split(" ", 2)[0] + " at line "
                        + claim.line().get())
                .mkString(", ");
        return switch (told.outcome()) {
            case EXPLAINED, EXPLAINED_IN_PART -> broken;
            case BLOCKED ->
                told.blockage().get().task() + " " + told.blockage().get().seen() + ": " + wrong(told);
            case OUT_OF_SCOPE -> told.notes().last();
            case UNDECIDED -> "too many runs are possible";
        };
    }

    /** What a kernel did it could do: so it is the model, or the choice of it. */
    private static String wrong(ToldRecording told) {
        return told.remedies().isEmpty()
                ? "the model is wrong, unless the file was edited; no single rule explains it"
                : "the variant is that of another kernel; explained with "
                        + told.remedies().map(rule -> "--rule " + rule).mkString(", or ");
    }

    private void rules(String variant, Seq<ToldRule> all) {
        page.line("");
        page.line(page.paint(Tone.STRONG, "rules of " + variant + ": what its recordings refute"));
        all.filter(one -> !one.refutedBy().isEmpty())
                .forEach(one -> page.hanging(
                        "  refuted      ",
                        one.rule() + "=" + one.value() + " by "
                                + one.refutedBy().head().file() + " at line "
                                + one.refutedBy().head().line() + ": "
                                + one.refutedBy().head().seen()
                                + (one.refutedBy().size() == 1
                                        ? ""
                                        : ", and by "
                                                + Amounts.counted(
                                                        one.refutedBy().size() - 1, "other recording"))));
        all.filter(one -> one.refutedBy().isEmpty() && one.means())
                .forEach(one -> page.hanging(
                        "  not decided  ",
                        one.rule() + "=" + one.value()
                                + (one.rows().isEmpty()
                                        ? ""
                                        : "; a recording of what ./check "
                                                + one.rows().head() + " shows would decide it")));
    }

    private void steps(String variant, Seq<ToldTaken> all) {
        page.line("");
        page.line(page.paint(Tone.STRONG, "steps of " + variant + ": recordings whose run takes them"));
        all.groupBy(ToldTaken::operation).forEach((operation, steps) -> {
            Seq<ToldTaken> taken = steps.filter(step -> step.recordings() > 0);
            Seq<ToldTaken> never = steps.filter(step -> step.recordings() == 0);
            page.hanging(
                    "  " + Wrap.pad(operation, 11),
                    taken.isEmpty()
                            ? "not one recording does it"
                            : taken.map(step -> step.step().split(" ", 2)[0] + " " + step.recordings())
                                            .mkString(", ")
                                    + (never.isEmpty()
                                            ? ""
                                            : "; never "
                                                    + never.map(ToldTaken::step).mkString(", ")));
        });
    }

    private void recording(ToldRecording told) {
        page.hanging(tone(told), word(told) + "  ", told.file() + where(told));
        line("seen", amounts(told));
        told.blockage().forEach(blockage -> blocked(told, blockage));
        told.claims().filter(claim -> claim.outcome() != ClaimOutcome.KEPT).forEach(this::claim);
        kept(told);
        unused("outside", told.unused().filter(ToldUnused::touches));
        unused("not used", told.unused().reject(ToldUnused::touches));
        told.notes().forEach(note -> line("note", note));
        told.run().forEach(this::run);
        page.command("  repeat    ", told.command());
        page.line("");
    }

    private static String where(ToldRecording told) {
        return "  as " + told.variant()
                + (told.rules().isEmpty() ? "" : " " + Told.line(told.rules()))
                + (told.kernel().isEmpty() ? "" : ", recorded from " + told.kernel());
    }

    private static String word(ToldRecording told) {
        return switch (told.outcome()) {
            case EXPLAINED -> "EXPLAINED";
            case EXPLAINED_IN_PART -> "EXPLAINED but for " + Amounts.counted(told.outside(), "line");
            case BLOCKED -> "BLOCKED at line " + told.blockage().get().line();
            case OUT_OF_SCOPE -> "OUT OF SCOPE";
            case UNDECIDED -> "UNDECIDED";
        };
    }

    private static Tone tone(ToldRecording told) {
        return switch (told.outcome()) {
            case EXPLAINED -> Tone.GOOD;
            case EXPLAINED_IN_PART, OUT_OF_SCOPE, UNDECIDED -> Tone.DOUBTFUL;
            case BLOCKED -> Tone.BAD;
        };
    }

    private static String amounts(ToldRecording told) {
        String steps = Amounts.counted((long) told.seen() + told.inferred(), "step") + ": "
                + Amounts.grouped(told.seen()) + " seen, " + Amounts.grouped(told.inferred()) + " inferred";
        String seen = Amounts.counted(told.observations(), "observation");
        return switch (told.outcome()) {
            case EXPLAINED, EXPLAINED_IN_PART -> seen + " by a run of " + steps;
            case BLOCKED, OUT_OF_SCOPE ->
                Amounts.grouped(told.explained()) + " of " + seen + " explained, by a run of " + steps;
            case UNDECIDED ->
                Amounts.grouped(told.explained()) + " of " + seen + " explained after "
                        + Amounts.counted(told.nodes(), "state") + ": too many runs are possible";
        };
    }

    private void blocked(ToldRecording told, ToldBlockage blockage) {
        if (!blockage.before().isEmpty()) {
            line("before", blockage.before() + " (" + blockage.task() + ")");
        }
        line("no run", blockage.line() + "  " + blockage.seen() + " (" + blockage.task() + ")");
        blockage.owed().distinct().forEach(labels -> line("owed", blockage.task() + " must first show " + labels));
        Seq<ToldStanding> busy = blockage.standings().reject(ObserveText::isBetween);
        (busy.isEmpty() ? blockage.standings().take(1) : busy.take(STANDINGS)).forEach(this::standing);
        line(
                "rules",
                told.remedies().isEmpty()
                        ? "no other value of a single rule explains it"
                        : "what would explain it: "
                                + told.remedies().map(rule -> "--rule " + rule).mkString(", or "));
    }

    private static boolean isBetween(ToldStanding standing) {
        return standing.place().endsWith("next");
    }

    private void standing(ToldStanding standing) {
        if (isBetween(standing)) {
            line("model", standing.actor() + " has nothing to do that shows this: it is between two operations");
            return;
        }
        for (ToldWay way : standing.ways()) {
            line("model", standing.actor() + " in " + standing.place().replaceFirst(": .*", "") + ": " + words(way));
        }
    }

    private static String words(ToldWay way) {
        String does = switch (way.outcome()) {
            case "WAITS" -> " waits";
            case "FAILS" -> " fails";
            default ->
                way.shows().isEmpty()
                        ? " would show nothing"
                        : " would show " + way.shows().mkString(", then ");
        };
        return way.step()
                + (way.function().isEmpty() ? "" : " (" + way.function() + ")")
                + does
                + (way.read().isEmpty() ? "" : ", having read " + way.read().mkString("; "));
    }

    private void claim(ToldClaim claim) {
        boolean broken = claim.outcome() == ClaimOutcome.BROKEN;
        page.hanging(
                broken ? Tone.BAD : Tone.DOUBTFUL,
                broken ? "  BROKEN    " : "  UNDECIDED ",
                claim.claim()
                        + claim.line()
                                .map(line -> " at line " + line + ", in every explanation")
                                .getOrElse("") + ": " + claim.words());
    }

    private void kept(ToldRecording told) {
        Seq<String> kept = told.claims()
                .filter(claim -> claim.outcome() == ClaimOutcome.KEPT)
                .map(claim -> claim.claim().split(" ", 2)[0]);
        if (!kept.isEmpty()) {
            line("kept", kept.mkString(", "));
        }
    }

    private void unused(String head, Seq<ToldUnused> all) {
        if (all.isEmpty()) {
            return;
        }
        String reasons = all.groupBy(ToldUnused::reason)
                .toVector()
                .sortBy(group -> group._1())
                .map(group -> group._1() + kinds(group._2()) + ": "
                        + group._2().map(ToldUnused::lines).sum().longValue())
                .mkString("; ");
        line(head, Amounts.counted(all.map(ToldUnused::lines).sum().longValue(), "line") + ". " + reasons);
    }

    /** What nobody knows is named. */
    private static String kinds(Seq<ToldUnused> group) {
        return group.head().touches() || group.head().reason().equals("unknown")
                ? " ("
                        + group.map(one -> one.kind() + " from line " + one.first())
                                .mkString(", ") + ")"
                : "";
    }

    private void run(ToldTrace run) {
        page.line("");
        new TraceTable(page, run, Vector.empty()).print(0);
        page.line("");
    }

    private void line(String head, String text) {
        page.hanging("  " + head + " ".repeat(Math.max(1, 10 - head.length())), text);
    }

    private void summary(ObserveReport report) {
        Seq<ToldRecording> all = report.recordings();
        int broken = all.count(ToldRecording::isBroken);
        page.line(Amounts.counted(all.size(), "recording") + ": " + count(all, Outcome.EXPLAINED) + " explained, "
                + count(all, Outcome.EXPLAINED_IN_PART) + " but for some lines, " + count(all, Outcome.BLOCKED)
                + " blocked, " + count(all, Outcome.OUT_OF_SCOPE) + " out of scope, " + count(all, Outcome.UNDECIDED)
                + " undecided; a claim is broken in " + broken + "; in "
                + Amounts.seconds(report.measured().nanos()));
    }

    private static int count(Seq<ToldRecording> all, Outcome outcome) {
        return all.count(one -> one.outcome() == outcome);
    }
}
