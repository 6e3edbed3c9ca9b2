package pagelife.models;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A family written down as a table of rules, bounds and variants.
 *
 * @param name the name
 * @param summary what it is about, in one line
 * @param rules the rules that can be set
 * @param bounds the bounds that can be set
 * @param variants the named settings
 * @param maker makes a protocol once everything is chosen
 * @param <P> its protocols
 */
public record TabledFamily<P extends Protocol>(
        String name, String summary, Seq<Setting> rules, Seq<Setting> bounds, Seq<Variant> variants, Maker<P> maker)
        implements Family<P> {

    /** Makes a protocol. */
    @FunctionalInterface
    public interface Maker<P> {
        /** The protocol of this name with these rules and bounds. */
        P make(String name, Choices rules, Choices bounds);
    }

    /** A table without rows. */
    public static Table table(String name, String summary) {
        return new Table(name, summary, Vector.empty(), Vector.empty(), Vector.empty());
    }

    @Override
    public P build(Variant variant, Settings ruled, Settings bounded) {
        if (!variant.family().equals(name)) {
            throw new IllegalArgumentException(
                    "variant " + variant.fullName() + " is not of family " + name + ": ask its own family");
        }
        return maker.make(
                variant.fullName(),
                Choices.of(rules, variant.rules().and(ruled)),
                Choices.of(bounds, variant.bounds().and(bounded)));
    }

    /** A family under declaration. Immutable. */
    public record Table(
            String name, String summary, Vector<Setting> rules, Vector<Setting> bounds, Vector<Variant> variants) {

        /** Adds a rule; its values are separated by blanks, the usual one first. */
        public Table rule(String rule, String decides, String values) {
            return new Table(name, summary, rules.append(setting(rule, decides, values)), bounds, variants);
        }

        /** Adds a bound; its values are separated by blanks, the usual one first. */
        public Table bound(String bound, String counts, String values) {
            return new Table(name, summary, rules, bounds.append(setting(bound, counts, values)), variants);
        }

        /** Adds a variant that differs in rules, written {@code name=value name=value}. */
        public Table variant(String variant, String about, String kernels, String ruled) {
            return variant(variant, about, kernels, ruled, "");
        }

        /** Adds a variant that differs in rules and bounds, each written {@code name=value name=value}. */
        public Table variant(String variant, String about, String kernels, String ruled, String bounded) {
            Settings chosenRules = Settings.parse(ruled);
            Settings chosenBounds = Settings.parse(bounded);
            Choices.of(rules, chosenRules);
            Choices.of(bounds, chosenBounds);
            return new Table(
                    name,
                    summary,
                    rules,
                    bounds,
                    variants.append(new Variant(name, variant, about, kernels, chosenRules, chosenBounds)));
        }

        /** The family, once it is known how to make its protocols. */
        public <P extends Protocol> TabledFamily<P> madeBy(Maker<P> maker) {
            return new TabledFamily<>(name, summary, rules, bounds, variants, maker);
        }

        private static Setting setting(String name, String summary, String values) {
            return new Setting(name, summary, Vector.of(values.split(" ")));
        }
    }
}
