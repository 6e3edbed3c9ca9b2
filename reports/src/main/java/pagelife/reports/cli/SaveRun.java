package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.Model;
import pagelife.checker.model.Word;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.page.Books;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Amounts;
import pagelife.reports.told.KeptStory;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.AsLitmus;
import pagelife.specs.litmus.Condition;
import pagelife.specs.litmus.Fixed;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;
import pagelife.specs.own.SourceFile;

/**
 * Keeps what was found: a litmus test with the run that shows each verdict, and its story.
 *
 * @param file where
 * @param fixed protocols that refuse the runs
 */
record SaveRun(Path file, Seq<Fixed> fixed) {

    /** A file that may be overwritten. */
    static SaveRun to(Path file) {
        return new SaveRun(file, Vector.empty());
    }

    /** The file that was named. */
    static SaveRun to(String option, String named, Seq<String> fixed) {
        Path file = Request.path(option, named);
        if (!named.endsWith(Litmus.EXTENSION)) {
            throw new UsageException(option + " (" + named + ") must end in " + Litmus.EXTENSION
                    + ": it is a litmus test, which ./check and ./check replay read");
        }
        if (Files.exists(file) && !isOurs(file)) {
            throw new UsageException(option + " (" + named + ") exists and is not a litmus test: name another file");
        }
        return new SaveRun(file, fixed.map(SaveRun::fixed));
    }

    /** {@code VARIANT name=value ...} */
    private static Fixed fixed(String text) {
        Vector<Word> words = Vector.of(text.strip().split("\\s+")).map(word -> new Word(word, 0));
        words.tail().reject(word -> word.text().indexOf('=') > 0).forEach(word -> {
            throw new UsageException(
                    "--fixed (" + text + ") must be a variant and rules, such as 'fsdax/6.1 wakes=on'");
        });
        return new Fixed(words.head(), words.tail());
    }

    private static boolean isOurs(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] first = new char[Litmus.FIRST_WORD.length()];
            return lines.read(first) <= 0 || Litmus.FIRST_WORD.equals(new String(first));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs as a litmus test that keeps them.
     *
     * @param runs how many there are
     * @param text the test; empty where there are none
     */
    record Kept(int runs, String text) {
        private static final Kept NOTHING = new Kept(0, "");
    }

    /**
     * Writes what of these findings can be kept: broken claims, and what was asked for and can be shown.
     *
     * @return how many runs are kept
     */
    int write(Outcome outcome) {
        return write(kept(outcome));
    }

    /** What {@link #write(Outcome)} writes. */
    Kept kept(Outcome outcome) {
        Question question = outcome.question();
        Seq<Finding> kept =
                kept(outcome.result().findings(), !question.properties().isEmpty());
        Subject subject = question.subject().with(question.rules(), question.bounds());
        return kept(
                subject.family(),
                new AsLitmus(subject, question.options().fairness()).keeping(about(subject), kept),
                kept,
                outcome.books(),
                outcome.result().model(),
                question.command());
    }

    /** Writes what was found for the conditions of a test. */
    int write(String from, Answer answer) {
        return write(kept(from, answer));
    }

    /** What {@link #write(String, Answer)} writes. */
    Kept kept(String from, Answer answer) {
        Posed posed = answer.posed();
        Litmus test = posed.test();
        Seq<Finding> kept = kept(answer.result().findings(), true);
        Seq<Condition> conditions = test.conditions()
                .flatMap(condition -> kept.find(finding -> finding.property().isCalled(condition.name())
                                || finding.property().name().equals(condition.name()))
                        .map(finding -> condition.keeping(
                                finding.verdict(), finding.trace().get())));
        return kept(
                posed.inquiry().specs().family(),
                test.asking(conditions),
                kept,
                posed.books(),
                posed.model(),
                "./check save " + from);
    }

    private static Seq<Finding> kept(Seq<Finding> findings, boolean witnesses) {
        return findings.filter(finding -> finding.trace().isDefined()
                        && (finding.verdict() == Verdict.VIOLATED || witnesses && finding.verdict() == Verdict.HOLDS))
                .distinctBy(Finding::property);
    }

    /** Writes a test with what was found for its conditions. */
    int write(Family<?> family, Litmus test, Seq<Finding> kept, Books books, Model model, String command) {
        return write(kept(family, test, kept, books, model, command));
    }

    private Kept kept(Family<?> family, Litmus test, Seq<Finding> kept, Books books, Model model, String command) {
        if (test.conditions().isEmpty()) {
            return Kept.NOTHING;
        }
        Litmus told = reachable(test, family)
                .asking(test.conditions().map(condition -> fixed.foldLeft(condition, Condition::refusedIn)));
        Explainer explainer = new Explainer(model);
        String text = told.toString(
                condition -> kept.find(finding -> finding.property().isCalled(condition.name()))
                        .toVector()
                        .flatMap(finding -> KeptStory.of(finding, books, explainer)));
        String head = "# Kept by " + command.replaceAll("\\s+", " ") + "\n";
        return new Kept(test.conditions().size(), text.replaceFirst("\n", Matcher.quoteReplacement("\n" + head)));
    }

    /**
     * This test, which finds a protocol in a source file by itself: beside it by its name, else by the way from here.
     */
    private Litmus reachable(Litmus test, Family<?> family) {
        return source(family)
                .filter(source -> !source.equals(here(family.name() + SourceFile.EXTENSION)))
                .map(source -> file.toAbsolutePath().normalize().getParent().relativize(source))
                .filter(way -> way.toString().chars().noneMatch(Character::isWhitespace))
                .map(way -> test.of(
                        way + test.variant().text().substring(family.name().length())))
                .getOrElse(test);
    }

    private Path here(String name) {
        return file.toAbsolutePath().normalize().resolveSibling(name);
    }

    /** The source file of a family; empty if it comes from elsewhere. */
    private static Option<Path> source(Family<?> family) {
        Seq<String> words = family.address(family.name());
        return Option.when(
                words.size() == 1 && words.head().endsWith(SourceFile.EXTENSION),
                () -> Path.of(words.head()).toAbsolutePath().normalize());
    }

    private static String about(Subject subject) {
        return subject.row().map(Spec::why).getOrElse(() -> subject.variant().summary());
    }

    private int write(Kept kept) {
        try {
            if (kept.runs() > 0) {
                Files.writeString(file, kept.text());
            }
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + e.getMessage());
        }
        return kept.runs();
    }

    /** What was done, for people. */
    String told(int kept, Result result, Family<?> family) {
        if (kept > 0) {
            Seq<String> words =
                    source(family).isDefined() ? Vector.of(file.toString()) : family.address(file.toString());
            return Amounts.counted(kept, "run") + " kept in " + file + ": " + Shell.check(Syntax.REPLAY, words);
        }
        return result.stop() == Stop.COMPLETE
                ? "nothing is kept: no claim is broken; name what can happen with --property to keep how it does"
                : "nothing is kept: the search ended before a claim was broken; raise what limits it";
    }

    /** Says what was done where nothing else was asked for, and how that ends. */
    Exit end(Console console, int kept, Result result, Family<?> family) {
        if (kept > 0) {
            console.page().line(told(kept, result, family));
            return Exit.AS_CLAIMED;
        }
        console.error(told(kept, result, family));
        return result.stop() == Stop.COMPLETE ? Exit.USAGE : Exit.UNDECIDED;
    }
}
