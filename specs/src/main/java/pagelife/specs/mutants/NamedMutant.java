package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;

/**
 * A mistake that somebody made in a kernel, or might have: what a checker of page lifetimes has to find. In the
 * models it is a rule or a variant, beside the same thing without the mistake.
 *
 * @param id the number by which it goes, {@code M1}
 * @param what the mistake
 * @param broken the row or the variant that has it; empty where no model can say it
 * @param sound the row or the variant without it; empty for the row without its rules
 * @param why why no model can say it; empty where one does
 */
public record NamedMutant(String id, String what, String broken, String sound, String why) {
    /** A claim that is broken by the mistake and holds without it, with the steps of its shortest trace. */
    public record Killer(String claim, int length) {}

    /** All of them, in the order of their numbers. */
    public static Seq<NamedMutant> all() {
        return Vector.of(
                of("M1", "a put wakes at 0, though idle pages count 1", "G-a/6.1"),
                of("M2", "GUP-fast does not look at the PTE again", "I-11/6.1"),
                of("M3", "an entry is deleted before it is unmapped", "C-6/6.1", "fsdax/6.1+no-removal"),
                of("M4", "blocks are freed with no look for busy pages", "I-26/6.1"),
                of("M5", "the waker looks for waiters before it lowers the count", "waitwake/m2", "waitwake/right"),
                of("M6", "the waiter queues after its test", "waitwake/m1", "waitwake/right"),
                of("M7", "waker and waiter name different keys", "waitwake/m3", "waitwake/right"),
                of("M8", "removal puts every page of a compound one", "devdax/5.14-rc1", "devdax/5.17"),
                of(
                        "M9",
                        "the pagemap takes a reference for each page and gives one back for each compound one",
                        "devdax/5.14-stride",
                        "devdax/5.17"),
                of("M10", "tails start at 1", "devdax/5.14-rc1", "devdax/5.14-rc1+tails-cleared"),
                of("M11", "a put clears the mapping of file-system pages", "pagefree/5.10+clears-always"),
                of("M12", "nobody clears the mapping of private pages", "pagefree/5.10+clears-never"),
                of("M13", "entries of coherent pages are devmap", "migrate/devmap", "migrate/coherent"),
                of("M14", "the deletion of an entry wakes one of its waiters", "entrylock/5.12", "entrylock/5.13"),
                of("M15", "a task that leaves an entry as it is wakes nobody", "entrylock/5.2", "entrylock/5.13"),
                of(
                        "M16",
                        "the scan goes on behind a locked entry",
                        "layouts/6.1+locked-entry",
                        "layouts/6.16+locked-entry"),
                of("M17", "a file that nobody maps is taken for idle", "I-8/6.1"),
                of("M18", "truncate looks again only if it slept", "layouts/4.19-rc+retry", "layouts/6.1+retry"),
                of("M19", "the memory of a reference goes before lookups have ended", "teardown/5.19", "teardown/6.0"),
                of("M20", "the memory map is removed before the last put", "teardown/5.1", "teardown/5.2"),
                of("M21", "the count of a tail is set by a plain store", "tails/gigantic-5.13", "tails/gigantic-5.14"),
                of("M22", "a fault of device-dax is outside srcu", "devdax/5.18+srcu-ends-early"),
                of("M23", "a failed grab keeps the pagemap", "teardown/5.12-gup", "teardown/5.13-gup"),
                of("M24", "a shared page is tested before its share is taken off", "share/6.1", "share/6.2"),
                new NamedMutant(
                        "M25",
                        "truncate unmaps private copies as well",
                        "",
                        "",
                        "no family has a private copy of a page beside a truncate: fsdax maps files shared, and the copies"
                                + " of gup are of anonymous memory"));
    }

    private static NamedMutant of(String id, String what, String broken) {
        return of(id, what, broken, "");
    }

    private static NamedMutant of(String id, String what, String broken, String sound) {
        return new NamedMutant(id, what, broken, sound, "");
    }

    /** Whether a model can say it. */
    public boolean isSaid() {
        return !broken.isEmpty();
    }

    /** The claims that notice it; none where no model can say it. */
    public Seq<Killer> killers(Options options) {
        if (!isSaid()) {
            return Vector.empty();
        }
        Seq<String> holding = findings(withoutIt(), options)
                .filter(finding -> finding.verdict() == Verdict.HOLDS)
                .map(finding -> finding.property().name());
        return findings(subject(broken), options)
                .filter(finding -> finding.verdict() == Verdict.VIOLATED
                        && holding.contains(finding.property().name()))
                .map(finding -> new Killer(
                        finding.property().name(),
                        finding.trace().map(Trace::length).getOrElse(0)));
    }

    private static Seq<Finding> findings(Subject subject, Options options) {
        Inquiry<?> inquiry = subject.inquiry();
        return inquiry.check(inquiry.all(), options).findings();
    }

    private Subject withoutIt() {
        Subject row = subject(broken);
        return sound.isEmpty()
                ? new Subject(
                        row.name(),
                        row.specs(),
                        row.variant(),
                        Settings.NONE,
                        row.bounds(),
                        row.workload(),
                        row.fairness(),
                        row.row())
                : subject(sound);
    }

    private static Subject subject(String name) {
        return Catalogue.families()
                .flatMap(specs -> subject(specs, name))
                .headOption()
                .getOrElseThrow(() -> new IllegalArgumentException("no variant and no row is called " + name));
    }

    private static Option<Subject> subject(FamilySpecs<?> specs, String name) {
        Option<Spec> row = specs.spec(name);
        return row.map(one -> Subject.of(specs, one))
                .orElse(() -> specs.family().variant(name).map(variant -> Subject.of(specs, variant)));
    }
}
