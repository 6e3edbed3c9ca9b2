package pagelife.reports.cli;

import com.google.common.base.Ascii;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.Function;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.page.Books;
import pagelife.specs.Catalogue;
import pagelife.specs.FamilySpecs;

/**
 * The families at hand, found by the names that users give.
 *
 * @param families the families with their claims
 */
record Shelf(Seq<FamilySpecs<?>> families) {
    private static final String ALL = "./check list shows all";

    /**
     * A model and the claims about it, ready to be checked.
     *
     * @param model the model
     * @param books who holds what in its states
     * @param operations what its tasks can be asked to do
     * @param properties every claim that makes sense for it, but for those about runs
     * @param temporal every claim about runs, put only when asked for
     * @param words what a formula may speak of
     */
    record Prepared(
            Model model,
            Books books,
            Operations operations,
            Seq<Property> properties,
            Seq<Property> temporal,
            Vocabulary words) {
        /** Every claim. */
        Seq<Property> all() {
            return properties.appendAll(temporal);
        }
    }

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

    /** Reads {@code name=value} texts; each must be one that {@code known} lists. */
    static Settings settings(String kind, Seq<String> texts, Seq<Setting> known, Family<?> family) {
        Settings settings = Settings.NONE;
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new UsageException(kind + " " + text + " must be name=value, such as --" + kind + " "
                        + known.map(setting ->
                                        setting.name() + "=" + setting.values().last())
                                .headOption()
                                .getOrElse("name=value"));
            }
            String name = text.substring(0, equals);
            Setting setting = known.find(candidate -> Ascii.equalsIgnoreCase(candidate.name(), name))
                    .getOrElseThrow(() -> Unknown.name(
                            kind, name, known.map(Setting::name), "./check list " + family.name() + " shows all"));
            String value = value(kind, setting, text.substring(equals + 1));
            settings.get(setting.name()).forEach(before -> {
                throw new UsageException(kind + " " + setting.name() + " is given twice, as " + before + " and as "
                        + value + ": give it once");
            });
            settings = settings.with(setting.name(), value);
        }
        return settings;
    }

    private static String value(String kind, Setting setting, String value) {
        return setting.values()
                .find(known -> Ascii.equalsIgnoreCase(known, value))
                .getOrElseThrow(() -> new UsageException(kind + " " + setting.name() + " (" + value
                        + ") must be one of " + setting.values().mkString(", ")));
    }

    /** Every operation of a family, each once, in the order of the variants that have it. */
    Seq<Operation> operations(Family<?> family) {
        return family.variants()
                .flatMap(variant -> prepare(variant, Settings.NONE, Settings.NONE)
                        .operations()
                        .all())
                .distinctBy(Operation::usage);
    }

    /** Builds the protocol of {@code variant}. */
    Prepared prepare(Variant variant, Settings rules, Settings bounds) {
        return prepare(family(variant.family()), variant, rules, bounds);
    }

    /** Every claim about a family, each once, in the order of the variants that they make sense for. */
    static Seq<Property> properties(FamilySpecs<?> specs, Function<Prepared, Seq<Property>> which) {
        Map<String, Property> all = LinkedHashMap.empty();
        for (Variant variant : specs.family().variants()) {
            for (Property property : which.apply(prepare(specs, variant, Settings.NONE, Settings.NONE))) {
                all = all.put(property.name(), property, (old, same) -> old);
            }
        }
        return all.values().toVector();
    }

    private static <P extends Protocol> Prepared prepare(
            FamilySpecs<P> specs, Variant variant, Settings rules, Settings bounds) {
        P protocol;
        try {
            protocol = specs.family().build(variant, rules, bounds);
        } catch (IllegalArgumentException e) {
            throw new UsageException(variant.fullName() + " cannot be built: " + e.getMessage());
        } catch (ModelException e) {
            if (bounds.isEmpty() && rules.isEmpty()) {
                throw e;
            }
            throw new UsageException(variant.fullName() + " cannot be built with " + (bounds.isEmpty() ? rules : bounds)
                    + ": " + e.getMessage());
        }
        return new Prepared(
                protocol.model(),
                protocol.books(),
                protocol.operations(),
                specs.properties(protocol),
                specs.temporal(protocol),
                specs.vocabulary(protocol));
    }

    /** The properties that a name stands for: by full name, or by first word; case does not matter. */
    static Seq<Property> named(String name, Seq<Property> properties, Variant variant) {
        Seq<Property> exact = properties.filter(property -> Ascii.equalsIgnoreCase(property.name(), name));
        Seq<Property> found = exact.isEmpty()
                ? properties.filter(property -> Ascii.equalsIgnoreCase(firstWord(property.name()), name))
                : exact;
        if (found.isEmpty()) {
            Seq<String> names = properties.map(property -> firstWord(property.name()));
            throw Unknown.name(
                    "property",
                    name,
                    names.appendAll(properties.map(Property::name)),
                    "./check list " + variant.family() + " shows all");
        }
        return found;
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
