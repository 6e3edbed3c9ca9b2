package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import pagelife.checker.model.Move;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.CheckReport;
import pagelife.reports.explore.Guide;
import pagelife.reports.explore.Walk;
import pagelife.reports.html.PageServer;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.traces.ItfTrace;
import pagelife.specs.Subject;
import pagelife.specs.litmus.AsLitmus;
import picocli.CommandLine.ParseResult;

/** {@code check explore}: goes through a variant by hand, in a browser or in the terminal. */
final class ExploreRun {
    /** So many states are searched for violations to go to; it takes a second or two. */
    static final int MOST_STATES = 1_000_000;

    private static final long NAP_MILLIS = 100;
    private static final int MOST_PORT = 65_535;

    private final Console console;
    private final ParseResult parsed;
    private final Subject subject;
    private final Settings rules;
    private final Settings bounds;
    private final Prepared prepared;
    private final Guide guide;

    ExploreRun(Console console, Shelf shelf, ParseResult parsed) {
        this.console = console;
        this.parsed = parsed;
        this.subject = shelf.subject(parsed.matchedPositionalValue(0, ""));
        Family<?> family = subject.family();
        this.rules = SettingTexts.read("rule", texts("--rule"), family.rules(), family);
        this.bounds = SettingTexts.read("bound", texts("--bound"), family.bounds(), family);
        this.prepared = shelf.prepare(subject, rules, bounds);
        this.guide = new Guide(prepared.model(), prepared.books(), prepared.properties());
    }

    private Seq<String> texts(String option) {
        return Vector.of(parsed.matchedOptionValue(option, new String[0]));
    }

    Exit run() {
        Walk walk = start();
        try {
            if (parsed.hasMatchedOption("--terminal")) {
                terminal(walk);
            } else {
                serve(walk);
            }
        } catch (IOException e) {
            throw new UsageException("the page cannot be served: " + e.getMessage() + "; name another --port");
        }
        return Exit.AS_CLAIMED;
    }

    /** The start of the model, or the end of the run in a file. */
    private Walk start() {
        Walk start = Walk.from(prepared.model().initialStates().head());
        if (!parsed.hasMatchedOption("--from")) {
            return start;
        }
        String file = parsed.matchedOptionValue("--from", "");
        try {
            Seq<Move> moves = ItfTrace.parse(Folder.read("--from", file)).moves(prepared.model());
            return moves.foldLeft(
                    moves.isEmpty() ? start : Walk.from(moves.head().from()), Walk::take);
        } catch (ItfTrace.NoRun e) {
            throw new UsageException("--from (" + file + ") is not a run of " + subject.name() + ": " + e.getMessage());
        }
    }

    private Options options() {
        String most = parsed.matchedOptionValue("--max-states", Integer.toString(MOST_STATES));
        return Options.DEFAULT
                .withLimits(Limits.NONE.withStates(Amount.count("--max-states", most)))
                .withStopWhenDecided(true)
                .withTicker(console.ticker())
                .withInterrupted(console.interrupted());
    }

    private Result check(Seq<Property> claims) {
        try (ProgressLine line = console.progress(ProgressLine.When.AUTO, "")) {
            return prepared.check(claims, options(), console, line);
        }
    }

    private void terminal(Walk walk) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new ExploreTerminal(console.page(), guide, walk, this::violation, this::test).run(in);
    }

    private Option<Trace> violation(Property claim) {
        return check(Vector.of(claim)).findings().headOption().flatMap(Finding::trace);
    }

    private String test(Walk walk) {
        return new AsLitmus(subject.with(rules, bounds), subject.fairness())
                .walked(walk.trace(), guide.shownBy(walk))
                .toString();
    }

    /** Until the user ends it. */
    private void serve(Walk walk) throws IOException {
        int port = port(parsed.matchedOptionValue("--port", "0"));
        long start = console.ticker().read();
        Result result = check(prepared.properties());
        Question question = new Question(subject, rules, bounds, Vector.empty(), options());
        Outcome outcome =
                new Outcome(question, prepared.books(), result, console.ticker().read() - start);
        try (PageServer server = PageServer.start(CheckReport.of(outcome), walk, port)) {
            console.page().line(subject.name() + " is at " + server.address());
            console.page().line("on this machine only, until ^C");
            console.page().out().flush();
            while (!console.interrupted().getAsBoolean()) {
                Thread.sleep(NAP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int port(String text) {
        int port = text.equals("0") ? 0 : Amount.small("--port", text);
        if (port > MOST_PORT) {
            throw new UsageException("--port (" + text + ") must be at most " + MOST_PORT);
        }
        return port;
    }
}
