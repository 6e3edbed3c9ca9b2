package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Sort;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;

/**
 * What there is to check.
 *
 * @param entries families, or a variant
 */
public record ListReport(Seq<Entry> entries) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-list/1";

    /**
     * A family or a variant.
     *
     * @param name the name of the family, or the full name of the variant
     * @param summary what it is
     * @param kernels the kernels that a variant describes; empty of a family
     * @param variants the variants of a family; none of a variant
     * @param rules its rules
     * @param bounds its bounds
     * @param properties the claims that are checked
     * @param temporal the claims about runs, which are put only when chosen
     * @param operations what tasks can be asked to do
     * @param arguments the arguments of operations, with the usual bounds
     * @param words what a formula about a variant may speak of; none of a family
     */
    public record Entry(
            String name,
            String summary,
            Option<String> kernels,
            Seq<Kernels> variants,
            Seq<Choice> rules,
            Seq<Choice> bounds,
            Seq<Claim> properties,
            Seq<Claim> temporal,
            Seq<Doing> operations,
            Seq<Argument> arguments,
            Seq<String> words)
            implements Part {
        /** A family, whose claims and operations are those of all its variants. */
        public static Entry of(
                Family<?> family, Seq<Property> properties, Seq<Property> temporal, Seq<Operation> operations) {
            return new Entry(
                    family.name(),
                    family.summary(),
                    Option.none(),
                    family.variants().map(Kernels::of),
                    family.rules().map(setting -> Choice.of(setting, Option.none())),
                    family.bounds().map(setting -> Choice.of(setting, Option.none())),
                    properties.map(Claim::of),
                    temporal.map(Claim::of),
                    operations.map(Doing::of),
                    arguments(operations),
                    Vector.empty());
        }

        /** A variant, with the value of each rule and bound. */
        public static Entry of(
                Question question,
                Seq<Property> properties,
                Seq<Property> temporal,
                Seq<Operation> operations,
                Seq<String> words) {
            Variant variant = question.variant();
            Family<?> family = question.family();
            return new Entry(
                    variant.fullName(),
                    variant.summary(),
                    Option.some(variant.kernels()),
                    Vector.empty(),
                    choices(family.rules(), question.everyRule()),
                    choices(family.bounds(), question.everyBound()),
                    properties.map(Claim::of),
                    temporal.map(Claim::of),
                    operations.map(Doing::of),
                    arguments(operations),
                    words);
        }

        private static Seq<Choice> choices(Seq<Setting> settings, Settings values) {
            return settings.map(setting -> Choice.of(setting, values.get(setting.name())));
        }

        private static Seq<Argument> arguments(Seq<Operation> operations) {
            return operations
                    .flatMap(Operation::parameters)
                    .distinctBy((Sort<?> sort) -> sort.name())
                    .map(sort -> new Argument(sort.name(), sort.values().map(Object::toString)));
        }
    }

    /**
     * A variant of a family.
     *
     * @param name its full name
     * @param summary what it is
     * @param kernels the kernels it describes
     */
    public record Kernels(String name, String summary, String kernels) implements Part {
        private static Kernels of(Variant variant) {
            return new Kernels(variant.fullName(), variant.summary(), variant.kernels());
        }
    }

    /**
     * A rule or a bound.
     *
     * @param name its name
     * @param values what it may be, the usual value first
     * @param value what it is in a variant; empty of a family
     * @param summary what it is about
     */
    public record Choice(String name, Seq<String> values, Option<String> value, String summary) implements Part {
        private static Choice of(Setting setting, Option<String> value) {
            return new Choice(setting.name(), setting.values(), value, setting.summary());
        }
    }

    /**
     * A claim.
     *
     * @param name its name
     * @param id its id
     * @param claim what it says, in one sentence
     */
    public record Claim(String name, String id, String claim) implements Part {
        private static Claim of(Property property) {
            return new Claim(property.name(), property.id(), property.claim());
        }
    }

    /**
     * Something that a task can be asked to do.
     *
     * @param usage how it is written
     * @param summary what it is
     */
    public record Doing(String usage, String summary) implements Part {
        private static Doing of(Operation operation) {
            return new Doing(operation.usage(), operation.summary());
        }
    }

    /**
     * What an operation can be applied to.
     *
     * @param name the word in its usage
     * @param values those that there are
     */
    public record Argument(String name, Seq<String> values) implements Part {}

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.list(this);
    }
}
