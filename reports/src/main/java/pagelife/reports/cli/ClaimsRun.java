package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.search.Options;
import pagelife.reports.ClaimsReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.threads.Answered;
import pagelife.specs.threads.Claim;
import pagelife.specs.threads.Experiment;
import pagelife.specs.threads.Laboratory;

/** Puts the statements of the mail threads to the test. */
final class ClaimsRun {
    private static final String ALL = "./check claims shows all";

    private final Console console;
    private final Shelf shelf;
    private final Seq<Claim> claims;

    ClaimsRun(Console console, Shelf shelf, Seq<Claim> claims) {
        this.console = console;
        this.shelf = shelf;
        this.claims = claims;
    }

    /**
     * Tests the claim called {@code id}, or those of a thread, or all.
     *
     * @param id the claim's id; empty for all
     * @param seed the thread's number; empty for all
     */
    Exit run(String id, String seed, ReportFormat format) {
        long start = console.ticker().read();
        Options options = Options.DEFAULT.withTicker(console.ticker()).withInterrupted(console.interrupted());
        Seq<Answered> answers = answers(wanted(id, seed), options, start);
        long nanos = console.ticker().read() - start;
        format.write(ClaimsReport.of(answers, this::command, nanos), console.page());
        if (answers.exists(answered -> !answered.asExpected() && !answered.undecided())) {
            return Exit.BROKEN;
        }
        return answers.forAll(Answered::asExpected) ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    private Seq<Answered> answers(Seq<Claim> wanted, Options options, long start) {
        try (ProgressLine line = console.progress(ProgressLine.When.AUTO, "claims: ")) {
            return new Laboratory(shelf.families(), options)
                    .answer(
                            wanted,
                            (done, all) -> line.counted(console.ticker().read() - start, done, all, "protocol"));
        }
    }

    private Seq<Claim> wanted(String id, String seed) {
        Seq<String> seeds = claims.map(Claim::seed).distinct();
        if (!seed.isEmpty() && !seeds.contains(seed)) {
            throw new UsageException("--seed (" + seed + ") must be one of " + seeds.mkString(", "));
        }
        Seq<Claim> found = claims.filter(claim -> id.isEmpty() || claim.id().equals(id))
                .filter(claim -> seed.isEmpty() || claim.seed().equals(seed));
        if (found.isEmpty()) {
            throw Unknown.name("claim", id, claims.map(Claim::id), ALL);
        }
        return found;
    }

    private String command(Experiment experiment) {
        if (experiment instanceof Experiment.Reckoning reckoning) {
            return reckoning.command();
        }
        Experiment.Check check = (Experiment.Check) experiment;
        return new Question(
                        shelf.variant(check.variant()),
                        check.rules(),
                        check.bounds(),
                        Vector.of(check.property()),
                        Options.DEFAULT)
                .command();
    }
}
