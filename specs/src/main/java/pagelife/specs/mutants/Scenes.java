package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.Settings;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.workloads.Selection;
import pagelife.specs.workloads.SmallWorkloads;

/** Where else a mistake may show: the same protocol with other tasks. */
public final class Scenes {
    private Scenes() {}

    /**
     * What is asked about, then the rows of the catalogue about the same variant under the same rules, then every
     * workload of at most so many operations over at most {@code tasks} tasks, smallest first.
     *
     * @param before what is done before the tasks of each of these workloads begin
     * @param selection which operations are called in them
     */
    public static Seq<Scene> around(Subject subject, int operations, int tasks, Workload before, Selection selection) {
        return Vector.of(scene(subject))
                .appendAll(rows(subject).map(Scenes::scene))
                .appendAll(SmallWorkloads.of(
                                subject.inquiry().protocol().operations(), operations, tasks, before, selection)
                        .map(small -> scene(subject, small.text(), small.workload())));
    }

    private static Scene scene(Subject subject) {
        return new Scene(subject.name(), subject::inquiry);
    }

    private static Scene scene(Subject subject, String text, Workload workload) {
        return scene(new Subject(
                text,
                subject.specs(),
                subject.variant(),
                subject.rules(),
                world(subject),
                Option.some(workload),
                Option.none(),
                Option.none()));
    }

    /** The bounds that do not say which tasks there are. */
    private static Settings world(Subject subject) {
        return subject.bounds()
                .asMap()
                .filter(bound -> !subject.family().taskBounds().contains(bound._1()))
                .foldLeft(Settings.NONE, (all, bound) -> all.with(bound._1(), bound._2()));
    }

    private static Seq<Subject> rows(Subject subject) {
        FamilySpecs<?> specs = subject.specs();
        return specs.sound(row -> row.variant().equals(subject.variant().fullName()) && isAnother(row, subject))
                .map(row -> Subject.of(specs, row));
    }

    private static boolean isAnother(Spec row, Subject subject) {
        return row.rules().equals(subject.rules()) && !row.bounds().equals(subject.bounds());
    }
}
