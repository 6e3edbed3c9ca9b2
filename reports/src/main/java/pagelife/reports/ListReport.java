package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Sort;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.checker.value.Value;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.outcome.Names;
import pagelife.reports.outcome.Question;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/**
 * What there is to check.
 *
 * @param entries families, or a variant
 */
public record ListReport(Seq<Entry> entries) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-list/1";

    /**
     * A family, a variant, a row of a table, or a bug.
     *
     * @param name its name, which every command takes
     * @param kind what it is: {@code family}, {@code variant}, {@code row}, {@code bug} or {@code file}
     * @param summary what it is, in words
     * @param kernels the kernels that a variant describes; empty of a family and a bug
     * @param variants the variants of a family; none of anything else
     * @param rows what is expected: of a family all of it, of anything else what is about it
     * @param bugs the known bugs of a family; none of anything else
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
            String kind,
            String summary,
            Option<String> kernels,
            Seq<Kernels> variants,
            Seq<Row> rows,
            Seq<Bug> bugs,
            Seq<Choice> rules,
            Seq<Choice> bounds,
            Seq<Claim> properties,
            Seq<Claim> temporal,
            Seq<Doing> operations,
            Seq<Argument> arguments,
            Seq<String> words)
            implements Part {
        /**
         * A family, whose claims and operations are those of all its variants.
         *
         * @param rows what is expected of it
         * @param faults the full names of the variants that cannot be built, and why
         */
        public static Entry of(
                FamilySpecs<?> specs,
                Seq<Spec> rows,
                Map<String, String> faults,
                Seq<Property> properties,
                Seq<Property> temporal,
                Seq<Operation> operations) {
            Family<?> family = specs.family();
            return new Entry(
                    family.name(),
                    "family",
                    family.summary(),
                    Option.none(),
                    family.variants().map(variant -> Kernels.of(family, variant, faults.get(variant.fullName()))),
                    rows.map(row -> Row.of(family, row)),
                    specs.bugs().map(bug -> new Bug(bug._1(), bug._2())).toVector(),
                    family.rules().map(setting -> Choice.of(setting, Option.none())),
                    family.bounds().map(setting -> Choice.of(setting, Option.none())),
                    properties.map(Claim::of),
                    temporal.map(Claim::of),
                    operations.map(Doing::of),
                    arguments(operations),
                    Vector.empty());
        }

        /** The code of a bug, with the rows that show it. */
        public static Entry of(Family<?> family, String code, String words, Seq<Spec> rows) {
            return new Entry(
                    code,
                    "bug",
                    words,
                    Option.none(),
                    Vector.empty(),
                    rows.map(row -> Row.of(family, row)),
                    Vector.empty(),
                    Vector.empty(),
                    Vector.empty(),
                    Vector.empty(),
                    Vector.empty(),
                    Vector.empty(),
                    Vector.empty(),
                    Vector.empty());
        }

        /**
         * What can be checked under a name, with the value of each rule and bound.
         *
         * @param row what is expected of it; empty where nothing is written down
         */
        public static Entry of(
                String kind,
                String summary,
                Question question,
                Option<Spec> row,
                Seq<Property> properties,
                Seq<Property> temporal,
                Seq<Operation> operations,
                Seq<String> words) {
            Family<?> family = question.family();
            return new Entry(
                    question.subject().name(),
                    kind,
                    summary,
                    Option.some(question.variant().kernels()),
                    Vector.empty(),
                    row.map(one -> Row.of(family, one)).toVector(),
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
     * What is expected of a variant with some rules and bounds, and why.
     *
     * @param name its name, or the words that name it if it comes from a file
     * @param variant the full name of the variant
     * @param rules rules set otherwise than there
     * @param bounds bounds set otherwise than there
     * @param why the reason
     * @param cites where the expectation comes from
     * @param expected the verdicts
     */
    public record Row(
            String name,
            String variant,
            Map<String, String> rules,
            Map<String, Value> bounds,
            String why,
            String cites,
            Seq<Expected> expected)
            implements Part {
        private static Row of(Family<?> family, Spec spec) {
            return new Row(
                    family.address(spec.id()).mkString(" "),
                    spec.variant(),
                    Told.words(spec.rules()),
                    Told.numbers(spec.bounds()),
                    spec.why(),
                    spec.cites(),
                    spec.expectations().map(one -> new Expected(one.property(), one.verdict(), one.length())));
        }

        /** How it differs from its variant; empty if it does not. */
        public String difference() {
            return (Told.line(rules) + " " + Told.line(bounds)).strip();
        }
    }

    /**
     * A verdict that is expected.
     *
     * @param property the claim
     * @param verdict the verdict
     * @param length the steps of the shortest trace; empty where that does not matter
     */
    public record Expected(String property, Verdict verdict, Option<Integer> length) implements Part {
        /** In words, such as {@code INV-1 broken in 6}. */
        public String words() {
            return Names.brief(property) + " " + pagelife.specs.litmus.Expected.text(verdict, length);
        }
    }

    /**
     * A known bug.
     *
     * @param code how its rows are called, such as {@code G-a}
     * @param words what went wrong
     */
    public record Bug(String code, String words) implements Part {}

    /**
     * A variant of a family.
     *
     * @param name its full name, or the words that name it if it comes from a file
     * @param summary what it is
     * @param kernels the kernels it describes
     * @param fault why it cannot be built; empty where it can
     */
    public record Kernels(String name, String summary, String kernels, Option<String> fault) implements Part {
        private static Kernels of(Family<?> family, Variant variant, Option<String> fault) {
            return new Kernels(
                    family.address(variant.fullName()).mkString(" "), variant.summary(), variant.kernels(), fault);
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

    /** Whether every variant can be built. */
    public boolean isSound() {
        return entries.flatMap(Entry::variants)
                .forAll(variant -> variant.fault().isEmpty());
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.list(this);
    }
}
