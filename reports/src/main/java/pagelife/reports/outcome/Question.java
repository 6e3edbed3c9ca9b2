package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.simulate.Walks;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.Subject;

/**
 * What was asked.
 *
 * @param subject what it is about
 * @param rules rules set otherwise than there
 * @param bounds bounds set otherwise than there
 * @param properties the properties asked for, as they were named; empty for all
 * @param formulas formulas asked for
 * @param invariants claims about every state asked for
 * @param others what counterexamples are asked for beside the usual one
 * @param options how to search
 * @param walks the random walks to take; empty for a search
 */
public record Question(
        Subject subject,
        Settings rules,
        Settings bounds,
        Seq<String> properties,
        Seq<String> formulas,
        Seq<String> invariants,
        Others others,
        Options options,
        Option<Walks> walks) {

    /** A question that a search answers. */
    public Question(
            Subject subject,
            Settings rules,
            Settings bounds,
            Seq<String> properties,
            Seq<String> formulas,
            Seq<String> invariants,
            Options options) {
        this(subject, rules, bounds, properties, formulas, invariants, Others.NONE, options, Option.none());
    }

    /** A question without formulas and invariants. */
    public Question(Subject subject, Settings rules, Settings bounds, Seq<String> properties, Options options) {
        this(subject, rules, bounds, properties, Vector.empty(), Vector.empty(), options);
    }

    /** The family of protocols. */
    public Family<?> family() {
        return subject.family();
    }

    /** The variant. */
    public Variant variant() {
        return subject.variant();
    }

    /** The rules set otherwise than in the variant. */
    public Settings ruled() {
        return subject.rules().and(rules);
    }

    /** The bounds set otherwise than in the variant. */
    public Settings bounded() {
        return subject.bounds().and(bounds);
    }

    /** The same, about something else. */
    public Question about(Subject other) {
        return new Question(other, rules, bounds, properties, formulas, invariants, others, options, walks);
    }

    /** The same, about these properties only. */
    public Question about(Seq<String> named) {
        return new Question(subject, rules, bounds, named, formulas, invariants, others, options, walks);
    }

    /** The same with other counterexamples, too. */
    public Question with(Others wanted) {
        return new Question(subject, rules, bounds, properties, formulas, invariants, wanted, options, walks);
    }

    /** The same with these formulas and invariants. */
    public Question asking(Seq<String> ltl, Seq<String> everyState) {
        return new Question(subject, rules, bounds, properties, ltl, everyState, others, options, walks);
    }

    /** The same with further rules and bounds, which win. */
    public Question with(Settings moreRules, Settings moreBounds) {
        return new Question(
                subject,
                rules.and(moreRules),
                bounds.and(moreBounds),
                properties,
                formulas,
                invariants,
                others,
                options,
                walks);
    }

    /** The same with these bounds in the place of those that are set otherwise than in the subject. */
    public Question within(Settings changed) {
        return new Question(subject, rules, changed, properties, formulas, invariants, others, options, walks);
    }

    /** The same, searched for in this way. */
    public Question searching(Options otherwise) {
        return new Question(subject, rules, bounds, properties, formulas, invariants, others, otherwise, walks);
    }

    /** Every rule of the family with the value it has here. */
    public Settings everyRule() {
        return every(family().rules(), variant().rules().and(ruled()));
    }

    /** Every bound of the family with the value it has here. */
    public Settings everyBound() {
        return every(family().bounds(), variant().bounds().and(bounded()));
    }

    /**
     * The command that asks it again; empty where no command can, since nothing that it knows has the model or the
     * programs. Options that change no answer (threads, audit, format) are left out, so that the same question has the
     * same command.
     */
    public String command() {
        Seq<String> address = subject.address();
        if (address.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder(walks.isDefined() ? Shell.check("simulate", address) : Shell.check(address));
        rules.asMap().forEach((name, value) -> append(text, "--rule", name + "=" + value));
        bounds.asMap().forEach((name, value) -> append(text, "--bound", name + "=" + value));
        properties.forEach(name -> append(text, "--property", name));
        formulas.forEach(formula -> append(text, "--ltl", formula));
        invariants.forEach(invariant -> append(text, "--invariant", invariant));
        if (others.more() > 0) {
            append(text, "--more", Integer.toString(others.more()));
        }
        if (!others.through().isEmpty()) {
            append(text, "--through", others.through());
        }
        options.fairness()
                .filter(fairness -> !subject.fairness().contains(fairness))
                .forEach(fairness -> append(text, "--fairness", fairness.toString()));
        if (options.order() == Order.DEPTH_FIRST) {
            append(text, "--search", "dfs");
        }
        if (options.symmetric()) {
            text.append(" --symmetry");
        }
        limits(text, options.limits(), walks.isDefined() ? "--time" : "--timeout");
        walks.forEach(some -> walks(text, some));
        return text.toString();
    }

    private static void walks(StringBuilder text, Walks walks) {
        if (walks.count() != Long.MAX_VALUE) {
            append(text, "--count", Long.toString(walks.count()));
        }
        append(text, "--depth", Integer.toString(walks.depth()));
        append(text, "--strategy", walks.strategy().word());
        append(text, "--seed", Long.toString(walks.seed()));
    }

    /** The command that takes random walks through the same model. */
    public String simulate() {
        StringBuilder text = new StringBuilder(Shell.check("simulate", subject.address()));
        rules.asMap().forEach((name, value) -> append(text, "--rule", name + "=" + value));
        bounds.asMap().forEach((name, value) -> append(text, "--bound", name + "=" + value));
        return text.toString();
    }

    /** The command that goes through the same model by hand; empty where none can. */
    public String explore() {
        Seq<String> address = subject.address();
        if (address.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(Shell.check("explore", address));
        rules.asMap().forEach((name, value) -> append(text, "--rule", name + "=" + value));
        bounds.asMap().forEach((name, value) -> append(text, "--bound", name + "=" + value));
        return text.toString();
    }

    private static void limits(StringBuilder text, Limits limits, String time) {
        if (limits.states() != Limits.NONE.states()) {
            append(text, "--max-states", Long.toString(limits.states()));
        }
        if (limits.depth() != Limits.NONE.depth()) {
            append(text, "--max-depth", Integer.toString(limits.depth()));
        }
        if (limits.nanos() != Limits.NONE.nanos()) {
            append(text, time, limits.nanos() / 1_000_000 + "ms");
        }
    }

    private static void append(StringBuilder text, String option, String value) {
        text.append(' ').append(option).append(' ').append(Shell.word(value));
    }

    private static Settings every(Seq<Setting> known, Settings set) {
        Settings all = Settings.NONE;
        for (Setting setting : known) {
            all = all.with(
                    setting.name(),
                    set.get(setting.name()).getOrElse(() -> setting.values().head()));
        }
        return all;
    }
}
