package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.reports.bench.OwnRun;
import pagelife.reports.bench.Subject;
import pagelife.reports.outcome.SettingTexts;
import pagelife.specs.own.SourceFile;

/**
 * A variant that the bench measures, named so that another process in another folder finds it.
 *
 * @param words the words of a command line that name it, and set its rules and bounds
 */
record BenchedVariant(Seq<String> words) {

    /** What the process that is measured does: checks what all arguments but the last name, with that many threads. */
    public static void main(String[] args) {
        Vector<String> all = Vector.of(args);
        OwnRun.tell(new BenchedVariant(all.init()).work(), Options.DEFAULT, all.last());
    }

    /**
     * This variant with these options.
     *
     * @throws UsageException where the options set what is not there
     */
    static BenchedVariant of(pagelife.specs.Subject subject, Seq<String> options) {
        BenchedVariant benched = new BenchedVariant(
                subject.address().map(BenchedVariant::absolute).appendAll(options));
        benched.work();
        return benched;
    }

    /** A file or a folder, wherever one is; any other word as it is. */
    private static String absolute(String word) {
        boolean isFile =
                word.contains(SourceFile.EXTENSION) || Path.of(word).toFile().isDirectory();
        return isFile ? Path.of(word).toAbsolutePath().toString() : word;
    }

    /** What to start to measure it, but for the number of threads. */
    Seq<String> process() {
        return words.prepend(BenchedVariant.class.getName());
    }

    /** The model and its claims. */
    Subject.Work work() {
        OwnModels own = OwnModels.of(words.toJavaArray(String[]::new));
        Vector<String> read = Vector.of(own.words());
        pagelife.specs.Subject subject = own.on(Shelf.shipped()).subject(read.head());
        Family<?> family = subject.family();
        Prepared prepared = Prepared.of(subject.with(
                SettingTexts.read("rule", values(read, "--rule"), family.rules(), family),
                SettingTexts.read("bound", values(read, "--bound"), family.bounds(), family)));
        return new Subject.Work(prepared.model(), prepared.properties());
    }

    private static Seq<String> values(Seq<String> read, String option) {
        return read.zip(read.tail().append(""))
                .filter(pair -> pair._1().equals(option))
                .map(pair -> pair._2());
    }
}
