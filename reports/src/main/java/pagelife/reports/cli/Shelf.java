package pagelife.reports.cli;

import com.google.common.base.Ascii;
import io.vavr.collection.Seq;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;
import pagelife.specs.catalogue.Catalogue;

/**
 * The families at hand, found by the names that users give.
 *
 * @param families the families with their claims
 */
record Shelf(Seq<FamilySpecs<?>> families) {
    private static final String ALL = "./check list shows all";

    /** The families that come with Pagelife. */
    static Shelf shipped() {
        return new Shelf(Catalogue.families());
    }

    /** The names of all variants. */
    Seq<String> variants() {
        return families.flatMap(specs -> specs.family().variants()).map(Variant::fullName);
    }

    /** The names of all families. */
    Seq<String> names() {
        return families.map(specs -> specs.family().name());
    }

    /** The family of this name, with its claims. */
    FamilySpecs<?> family(String name) {
        return families.find(specs -> Ascii.equalsIgnoreCase(specs.family().name(), name))
                .getOrElseThrow(() -> Unknown.name("family", name, names(), ALL));
    }

    /** The variant of this full name. */
    Variant variant(String name) {
        if (names().contains(name)) {
            throw new UsageException(name + " is a family, not a variant: name one of "
                    + family(name).family().variants().map(Variant::fullName).mkString(", "));
        }
        return families.flatMap(specs -> specs.family().variants())
                .find(variant -> Ascii.equalsIgnoreCase(variant.fullName(), name))
                .getOrElseThrow(() -> Unknown.name("variant", name, variants().append(Syntax.LIST), ALL));
    }

    /** Builds the protocol of {@code variant}. */
    Prepared prepare(Variant variant, Settings rules, Settings bounds) {
        return Prepared.of(family(variant.family()), variant, rules, bounds);
    }
}
