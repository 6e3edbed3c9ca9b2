package pagelife.reports.cli;

import com.google.common.base.Ascii;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.property.Property;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;

/**
 * All that can be named: the one place that turns a name into what is asked. Case does not matter.
 *
 * @param sources where names come from; of two that know a name the first has it
 * @param neighbours what litmus tests find beside them
 */
record Shelf(Vector<Source> sources, Neighbours neighbours) {
    private static final String ALL = "./check list shows all";

    /** These families, and litmus tests about them. */
    static Shelf of(Seq<FamilySpecs<?>> families) {
        return new Shelf(Vector.of(Source.of(families), new LitmusSource()), new Neighbours());
    }

    /** What comes with Pagelife. */
    static Shelf shipped() {
        return of(Catalogue.families());
    }

    /** This shelf with a further source. */
    Shelf and(Source more) {
        return new Shelf(sources.append(more), neighbours);
    }

    /** The families with their claims. */
    Seq<FamilySpecs<?>> families() {
        return sources.flatMap(Source::families);
    }

    /** Every name but those of files: families, then each family's variants, rows and bugs. */
    Seq<String> names() {
        return familyNames().appendAll(families().flatMap(Shelf::namesIn)).distinct();
    }

    /** The names of all claims about any variant, as {@code --property} takes them. */
    Seq<String> properties() {
        return families()
                .flatMap(specs -> specs.family().variants().map(variant -> Subject.of(specs, variant)))
                .flatMap(subject -> Prepared.of(subject).all())
                .map(Property::id)
                .distinct();
    }

    private Seq<String> familyNames() {
        return families().map(specs -> specs.family().name());
    }

    private static Seq<String> namesIn(FamilySpecs<?> specs) {
        return variants(specs)
                .appendAll(specs.ids())
                .appendAll(specs.bugs().keySet().toVector());
    }

    private static Seq<String> variants(FamilySpecs<?> specs) {
        return specs.family().variants().map(Variant::fullName);
    }

    /** What a name stands for. */
    Named named(String name) {
        return families()
                .flatMap(specs -> in(specs, name))
                .headOption()
                .orElse(() ->
                        sources.flatMap(source -> source.named(name, this)).headOption())
                .getOrElseThrow(() -> Unknown.name("name", name, names().appendAll(Syntax.SUBCOMMANDS), ALL));
    }

    /** The one thing to check that a name stands for. */
    Subject subject(String name) {
        return named(name).subject();
    }

    /** The family of this name, with its claims. */
    FamilySpecs<?> family(String name) {
        return families()
                .find(specs -> same(specs.family().name(), name))
                .getOrElseThrow(() -> Unknown.name("family", name, familyNames(), ALL));
    }

    /** The variant of this full name, as it is. */
    Subject variant(String fullName) {
        FamilySpecs<?> specs = family(fullName.split("/", 2)[0]);
        return variant(specs, fullName).getOrElseThrow(() -> Unknown.name("variant", fullName, variants(specs), ALL));
    }

    private static Option<Subject> variant(FamilySpecs<?> specs, String name) {
        return specs.family()
                .variants()
                .find(variant -> same(variant.fullName(), name))
                .map(variant -> Subject.of(specs, variant));
    }

    private static Option<Named> in(FamilySpecs<?> specs, String name) {
        if (same(specs.family().name(), name)) {
            return Option.some(family(specs));
        }
        return variant(specs, name)
                .map(subject -> Named.one(
                        Named.Kind.VARIANT, subject.variant().summary(), specs, subject.name(), Lazy.of(() -> subject)))
                .orElse(() -> specs.ids().find(id -> same(id, name)).map(id -> row(specs, id)))
                .orElse(() ->
                        specs.bugs().keySet().find(code -> same(code, name)).map(code -> bug(specs, code)));
    }

    /** The variants of which nothing is expected. */
    static Seq<Subject> unstated(FamilySpecs<?> specs) {
        return variants(specs).removeAll(specs.ids()).flatMap(name -> variant(specs, name));
    }

    /** All that is expected of it, and what nothing is expected of. */
    private static Named family(FamilySpecs<?> specs) {
        Seq<Subject> others = unstated(specs);
        return new Named(
                Named.Kind.FAMILY,
                specs.family().name(),
                specs.family().summary(),
                specs,
                specs.ids().appendAll(others.map(Subject::name)),
                Lazy.of(() -> specs.specs().map(row -> Subject.of(specs, row)).appendAll(others)));
    }

    private static Named row(FamilySpecs<?> specs, String id) {
        String words = code(specs, id)
                .map(code -> specs.bugs().get(code).get())
                .getOrElse(() -> "a variant with other rules or bounds");
        return Named.one(
                Named.Kind.ROW,
                words,
                specs,
                id,
                Lazy.of(() -> Subject.of(specs, specs.spec(id).get())));
    }

    private static Named bug(FamilySpecs<?> specs, String code) {
        Seq<String> rows = specs.ids().filter(id -> code(specs, id).contains(code));
        return new Named(
                Named.Kind.BUG,
                code,
                specs.bugs().get(code).get(),
                specs,
                rows,
                Lazy.of(() -> rows.flatMap(specs::spec).map(row -> Subject.of(specs, row))));
    }

    /** The code of the bug that a row is about. */
    static Option<String> code(FamilySpecs<?> specs, String id) {
        return specs.bugs().keySet().find(code -> id.startsWith(code + "/")).toOption();
    }

    private static boolean same(String known, String name) {
        return Ascii.equalsIgnoreCase(known, name);
    }

    /** Builds a subject with further rules and bounds. */
    Prepared prepare(Subject subject, Settings rules, Settings bounds) {
        return Prepared.of(subject.with(rules, bounds));
    }
}
