package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Sort;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;

/** What there is to check, a line for each thing. */
public final class ListText {
    private final Page page;

    /** Writes to {@code page}. */
    public ListText(Page page) {
        this.page = page;
    }

    /** Writes a family: its variants, rules, bounds and properties. */
    public void family(Family<?> family, Seq<Property> properties) {
        page.hanging(Tone.STRONG, family.name() + "  ", family.summary());
        section(
                "variants, to be checked with ./check VARIANT",
                family.variants()
                        .map(variant ->
                                Vector.of(variant.fullName(), variant.summary() + " (" + variant.kernels() + ")")));
        section("rules, to be set with --rule name=value, the usual value first", settings(family.rules()));
        section("bounds, to be set with --bound name=value, the usual value first", settings(family.bounds()));
        properties(properties);
    }

    /** Writes a variant: the value of each rule and bound, and its properties. */
    public void variant(Question question, Seq<Property> properties) {
        Variant variant = question.variant();
        Family<?> family = question.family();
        page.hanging(Tone.STRONG, variant.fullName() + "  ", variant.summary());
        section("kernels", Vector.of(Vector.of(variant.kernels())));
        section("rules and their values here", settings(family.rules(), question.everyRule()));
        section("bounds and their values here", settings(family.bounds(), question.everyBound()));
        properties(properties);
    }

    /** Writes what tasks can be asked to do: each operation with its arguments, and the arguments there are. */
    public void operations(Seq<Operation> operations) {
        section(
                "operations, for the programs of litmus tests",
                operations.map(operation -> Vector.of(operation.usage(), operation.summary())));
        section(
                "arguments of operations, with the usual bounds",
                operations
                        .flatMap(Operation::parameters)
                        .distinctBy((Sort<?> sort) -> sort.name())
                        .map(sort ->
                                Vector.of("<" + sort.name() + ">", sort.values().mkString(", "))));
    }

    /** Writes the claims about runs. */
    public void temporal(Seq<Property> properties) {
        section(
                "claims about runs, put only when chosen with --property NAME",
                properties.map(property -> Vector.of(property.name(), property.claim())));
    }

    /** Writes what a formula may speak of. */
    public void words(Seq<String> words) {
        if (!words.isEmpty()) {
            section(
                    "words of formulas, for --ltl",
                    Vector.of(Vector.of(words.mkString(", ")
                            + "; taken(actor.step), enabled(actor.step), finished(actor), stuck")));
        }
    }

    private void properties(Seq<Property> properties) {
        section(
                "properties, to be chosen with --property NAME",
                properties.map(property -> Vector.of(property.name(), property.claim())));
    }

    private static Seq<Vector<String>> settings(Seq<Setting> settings) {
        return settings.map(
                setting -> Vector.of(setting.name(), setting.values().mkString("|"), setting.summary()));
    }

    private static Seq<Vector<String>> settings(Seq<Setting> settings, Settings values) {
        return settings.map(
                setting -> Vector.of(setting.name(), values.get(setting.name()).get(), setting.summary()));
    }

    /** A title and rows; the columns are as wide as their texts, but for texts that are much longer than the rest. */
    private void section(String title, Seq<Vector<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.line("");
        page.line("  " + title);
        int last = rows.head().size() - 1;
        Seq<Integer> widths = Vector.range(0, last).map(i -> width(rows.map(row -> row.get(i))));
        for (Vector<String> row : rows) {
            StringBuilder head = new StringBuilder("    ");
            for (int i = 0; i < last; i++) {
                head.append(Wrap.pad(row.get(i), widths.get(i))).append("  ");
            }
            page.hanging(head.toString(), row.get(last));
        }
    }

    private static int width(Seq<String> texts) {
        int usual = texts.map(String::length).sorted().get(texts.size() / 2);
        return Wrap.widest(texts.filter(text -> text.length() <= 2 * usual));
    }
}
