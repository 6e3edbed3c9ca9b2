package pagelife.models;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/**
 * A family written down as a table of rules, bounds and variants.
 *
 * @param table the table
 * @param usual what is done with a protocol by its bounds
 * @param maker makes a protocol once everything is chosen
 * @param <P> its protocols
 */
public record TabledFamily<P extends Protocol>(Table table, Usual usual, Maker<P> maker) implements Family<P> {

    /** Makes a protocol whose tasks are given. */
    @FunctionalInterface
    public interface Given<P> {
        /** The protocol of this name with these rules and bounds. */
        P make(String name, Choices rules, Choices bounds);
    }

    /** Makes a protocol whose tasks are asked to do something. */
    @FunctionalInterface
    public interface Maker<P> {
        /** The protocol of this name with these rules, bounds and tasks. */
        P make(String name, Choices rules, Choices bounds, Workload workload);
    }

    /** Says what bounds stand for. */
    @FunctionalInterface
    public interface Usual {
        /** The programs that these bounds are short for. */
        Workload of(Choices rules, Choices bounds);
    }

    /** A table without rows. */
    public static Table table(String name, String summary) {
        return new Table(name, summary, Vector.empty(), Vector.empty(), HashSet.empty(), Vector.empty());
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public String summary() {
        return table.summary();
    }

    @Override
    public Seq<Setting> rules() {
        return table.rules();
    }

    @Override
    public Seq<Setting> bounds() {
        return table.bounds();
    }

    @Override
    public Set<String> taskBounds() {
        return table.tasks();
    }

    @Override
    public Seq<Variant> variants() {
        return table.variants();
    }

    @Override
    public Workload workload(Variant variant, Settings ruled, Settings bounded) {
        return usual.of(rulesOf(variant, ruled), chosenBounds(variant, bounded));
    }

    @Override
    public P build(Variant variant, Settings ruled, Settings bounded, Workload workload) {
        return maker.make(variant.fullName(), rulesOf(variant, ruled), chosenBounds(variant, bounded), workload);
    }

    /** The rules of a variant with some set otherwise. */
    public Choices rulesOf(Variant variant, Settings ruled) {
        return Choices.of("rule", name(), rules(), own(variant).rules().and(ruled));
    }

    private Choices chosenBounds(Variant variant, Settings bounded) {
        return Choices.of("bound", name(), bounds(), own(variant).bounds().and(bounded));
    }

    private Variant own(Variant variant) {
        if (!variant.family().equals(name())) {
            throw new IllegalArgumentException(
                    "variant " + variant.fullName() + " is not of family " + name() + ": ask its own family");
        }
        return variant;
    }

    /**
     * A family under declaration. Immutable.
     *
     * @param tasks the bounds that are short for programs of tasks
     */
    public record Table(
            String name,
            String summary,
            Vector<Setting> rules,
            Vector<Setting> bounds,
            Set<String> tasks,
            Vector<Variant> variants) {

        /** Adds a rule. */
        public Table rule(Rule<?> rule) {
            return new Table(name, summary, rules.append(rule.setting()), bounds, tasks, variants);
        }

        /** Adds rules. */
        public Table rules(Rule<?>... more) {
            return Vector.of(more).foldLeft(this, Table::rule);
        }

        /** Adds a bound: how much of something there is. */
        public Table bound(Rule<?> bound) {
            return new Table(name, summary, rules, bounds.append(bound.setting()), tasks, variants);
        }

        /** Adds a bound that is short for programs: how many tasks do something. */
        public Table tasks(Rule<?> bound) {
            return new Table(name, summary, rules, bounds.append(bound.setting()), tasks.add(bound.name()), variants);
        }

        /** Adds a rule; its values are separated by blanks, the usual one first. */
        public Table rule(String rule, String decides, String values) {
            return new Table(name, summary, rules.append(setting(rule, decides, values)), bounds, tasks, variants);
        }

        /** Adds a bound; its values are separated by blanks, the usual one first. */
        public Table bound(String bound, String counts, String values) {
            return new Table(name, summary, rules, bounds.append(setting(bound, counts, values)), tasks, variants);
        }

        /** Adds a variant that differs in rules. */
        public Table variant(String variant, String about, String kernels, Settings... ruled) {
            return bounded(variant, about, kernels, Settings.NONE, ruled);
        }

        /** Adds a variant that differs in bounds, and in rules perhaps. */
        public Table bounded(String variant, String about, String kernels, Settings bounded, Settings... ruled) {
            Settings all = Vector.of(ruled).foldLeft(Settings.NONE, Settings::and);
            return add(new Variant(name, variant, about, kernels, all, bounded));
        }

        /** Adds a variant that differs in rules, written {@code name=value name=value}. */
        public Table variant(String variant, String about, String kernels, String ruled) {
            return variant(variant, about, kernels, ruled, "");
        }

        /** Adds a variant that differs in rules and bounds, each written {@code name=value name=value}. */
        public Table variant(String variant, String about, String kernels, String ruled, String bounded) {
            return add(new Variant(name, variant, about, kernels, Settings.parse(ruled), Settings.parse(bounded)));
        }

        private Table add(Variant variant) {
            Choices.of("rule", name, rules, variant.rules());
            Choices.of("bound", name, bounds, variant.bounds());
            return new Table(name, summary, rules, bounds, tasks, variants.append(variant));
        }

        /** The family, once it is known how to make its protocols, whose tasks are given. */
        public <P extends Protocol> TabledFamily<P> madeBy(Given<P> maker) {
            return new TabledFamily<>(this, (ruled, bounded) -> Workload.NONE, (made, ruled, bounded, workload) -> {
                if (!workload.equals(Workload.NONE)) {
                    throw new IllegalArgumentException("family " + name + " has no operations: its tasks are given by"
                            + " its bounds; leave the programs out");
                }
                return maker.make(made, ruled, bounded);
            });
        }

        /** The family, once it is known what its bounds are short for, and how to make its protocols. */
        public <P extends Protocol> TabledFamily<P> madeBy(Usual usual, Maker<P> maker) {
            return new TabledFamily<>(this, usual, maker);
        }

        private static Setting setting(String name, String summary, String values) {
            return new Setting(name, summary, Vector.of(values.split(" ")));
        }
    }
}
