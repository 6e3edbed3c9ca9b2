package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pagelife.checker.result.Verdict;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Amounts;
import pagelife.specs.litmus.Answer;
import picocli.CommandLine.ParseResult;

/**
 * Keeps what is found for the litmus tests of a folder: a file for each test in which something is broken, of the same
 * name, in another folder. What is there of other names stays.
 *
 * @param tests the tests, in the order of their names
 * @param folder where, made when something is kept
 */
record SaveFolder(Seq<Path> tests, Path folder) {

    /** What the command line says of the tests in this folder. */
    static SaveFolder of(String word, ParseResult parsed) {
        String named = parsed.matchedOptionValue("--output", "");
        Path folder = Request.path("--output", named);
        if (parsed.hasMatchedOption("--fixed")) {
            throw new UsageException("--fixed goes with one test, not with folder " + word
                    + ": write fixed VARIANT below the conditions of each file");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--output (" + named + ") is not a folder, but " + word + " is: name a folder");
        }
        if (whole(folder).startsWith(whole(Request.path("FILE", word)))) {
            throw new UsageException(
                    "--output (" + named + ") is in " + word + ", which the tests are read from: name another folder");
        }
        return of(LitmusFiles.named(word), folder);
    }

    private static SaveFolder of(Seq<Path> tests, Path folder) {
        tests.groupBy(Path::getFileName).values().find(same -> same.size() > 1).forEach(same -> {
            throw new UsageException(same.mkString(" and ") + " would be kept in one file: rename all but one of them");
        });
        return new SaveFolder(tests, folder);
    }

    private static Path whole(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /**
     * Writes what was found for a test if something in it is broken.
     *
     * @return how many runs are kept
     */
    int write(Path test, Answer answer) {
        if (!answer.result().findings().exists(finding -> finding.verdict() == Verdict.VIOLATED)) {
            return 0;
        }
        Path file = Folder.at("--output", folder).path().resolve(test.getFileName());
        return SaveRun.to("--output", file.toString(), Vector.empty()).write(Shell.word(test.toString()), answer);
    }

    /** What was done, for people, where so many runs of each test are kept. */
    String told(Seq<Integer> kept) {
        int tests = kept.count(runs -> runs > 0);
        return tests == 0
                ? "nothing is kept: of " + Amounts.counted(kept.size(), "test") + " none has a claim that is broken"
                : Amounts.counted(kept.sum().longValue(), "run") + " of " + Amounts.counted(tests, "test")
                        + " kept in " + folder + ", in " + Amounts.counted(kept.size() - tests, "other")
                        + " nothing is broken: " + Shell.check(Syntax.REPLAY, Vector.of(folder.toString()));
    }
}
