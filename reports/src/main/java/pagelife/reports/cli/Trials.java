package pagelife.reports.cli;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Supplier;
import pagelife.checker.model.TextException;
import pagelife.checker.result.Verdict;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.Subject;

/**
 * What the commands have in common that try workloads of one variant: by which rules, in which world, and what is known
 * of it.
 *
 * @param many the command line
 * @param subject the variant with all rules and bounds that were said, but for bounds that say which tasks there are
 */
record Trials(Many many, Subject subject) {
    /** What the command line names. A bound of a row goes if it says which tasks there are; one that was given is refused. */
    static Trials of(Shelf shelf, Many many) {
        Subject named = shelf.subject(many.parsed().matchedPositionalValue(0, ""));
        Family<?> family = named.family();
        return new Trials(
                many,
                new Subject(
                        named.name(),
                        named.specs(),
                        named.variant(),
                        named.rules().and(SettingTexts.read("rule", many.texts("--rule"), family.rules(), family)),
                        world(named.bounds(), family).and(requireWorld(many, family)),
                        Option.none(),
                        Option.none(),
                        Option.none()));
    }

    private static Settings world(Settings bounds, Family<?> family) {
        return bounds.asMap()
                .filter(bound -> !family.taskBounds().contains(bound._1()))
                .foldLeft(Settings.NONE, (all, bound) -> all.with(bound._1(), bound._2()));
    }

    private static Settings requireWorld(Many many, Family<?> family) {
        Settings bounds = SettingTexts.read("bound", many.texts("--bound"), family.bounds(), family);
        bounds.asMap().map(Tuple2::_1).find(family.taskBounds()::contains).forEach(bound -> {
            throw new UsageException(
                    "--bound " + bound + " says which tasks there are, and here all workloads are tried:"
                            + " leave it out, and say how large they may be with --operations and --tasks");
        });
        return bounds;
    }

    /** What {@code trying} comes to; what it says of words on the command line is an error of usage. */
    <T> T tried(Supplier<T> trying) {
        try {
            return trying.get();
        } catch (TextException e) {
            throw new UsageException(
                    "--before (" + many.parsed().matchedOptionValue("--before", "") + "): " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The rows about the variant under the same rules that have a claim broken, by its id. */
    Map<String, Seq<String>> known() {
        return known(subject.specs());
    }

    private <P extends Protocol> Map<String, Seq<String>> known(FamilySpecs<P> specs) {
        LinkedHashMap<String, Seq<String>> known = LinkedHashMap.empty();
        for (Spec row :
                specs.sound(one -> one.variant().equals(subject.variant().fullName())
                        && one.rules().equals(subject.rules()))) {
            Inquiry<P> inquiry = Inquiry.about(specs, subject.variant(), subject.rules(), row.bounds());
            for (Expectation broken : row.expectations().filter(one -> one.verdict() == Verdict.VIOLATED)) {
                String id = inquiry.called(broken.property()).head().id();
                known = known.put(id, known.get(id).getOrElse(Vector.empty()).append(row.id()));
            }
        }
        return known;
    }

    /** The command as it begins: its name, and the variant. */
    String command(String name) {
        return Shell.check(name, subject.family().address(subject.variant().fullName()));
    }

    /** The rules and the world as options. */
    String settings() {
        return Many.words("--rule", subject.rules()) + Many.words("--bound", subject.bounds());
    }

    /** The time of all processors that this process has had, in nanoseconds; -1 where nobody says. */
    static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(-1L);
    }
}
