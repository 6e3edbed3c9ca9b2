package pagelife.specs.twins;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.Stated;
import pagelife.specs.Subject;
import pagelife.specs.litmus.Run;

/** Tries the switches of families. */
public final class TwinSurvey {
    private final Options options;

    /** @param options how each protocol is checked */
    public TwinSurvey(Options options) {
        this.options = options;
    }

    /**
     * The settings of rules that rows make, in the order of the rows; each with every row that makes it. Where no row
     * makes any, as in most protocols of one's own, those that their variants make.
     */
    public static LinkedHashMap<String, Vector<Switch>> switches(FamilySpecs<?> specs) {
        LinkedHashMap<String, Vector<Switch>> found = LinkedHashMap.empty();
        for (Spec row : specs.stated().map(Stated::outline)) {
            for (var set : settings(specs, row).asMap()) {
                Switch one = new Switch(specs, row, set._1(), set._2());
                found = found.put(
                        one.setting(),
                        found.get(one.setting()).getOrElse(Vector.empty()).append(one));
            }
        }
        return found;
    }

    private static Settings settings(FamilySpecs<?> specs, Spec row) {
        if (!specs.stated().forAll(one -> one.outline().rules().isEmpty())) {
            return row.rules();
        }
        Settings set = specs.family().variant(row.variant()).map(Variant::rules).getOrElse(Settings.NONE);
        return specs.family()
                .rules()
                .flatMap(rule -> set.get(rule.name())
                        .filter(value -> !value.equals(rule.values().head()))
                        .map(value -> Settings.NONE.with(rule.name(), value)))
                .foldLeft(Settings.NONE, Settings::and);
    }

    /**
     * For each setting the first row that makes twins of it; where none does, what came out for the last. Stops where
     * the caller wants to. A row that cannot be tried is told to {@code faulty}, with what is wrong, and the others are
     * tried.
     */
    public void run(FamilySpecs<?> specs, Consumer<Twin> found, Consumer<ModelException> faulty) {
        for (Vector<Switch> rows : switches(specs).values()) {
            if (options.interrupted().getAsBoolean()) {
                return;
            }
            first(rows, faulty).forEach(found);
        }
    }

    private Option<Twin> first(Vector<Switch> rows, Consumer<ModelException> faulty) {
        Option<Twin> last = Option.none();
        for (Switch row : rows) {
            try {
                last = Option.some(twin(row));
            } catch (ModelException e) {
                faulty.accept(e);
            }
            if (last.exists(Twin::differ)) {
                break;
            }
        }
        return last;
    }

    /** What comes out for a switch. */
    public Twin twin(Switch tried) {
        Seq<String> asked = expected(tried).map(Expectation::property);
        Seq<Finding> with = findings(tried.broken(), asked);
        Seq<Finding> without = findings(tried.repaired(), asked);
        Seq<Finding> breaks = broken(with, without);
        Seq<Finding> mends = broken(without, with);
        return new Twin(
                tried,
                breaks.map(TwinSurvey::told),
                mends.map(TwinSurvey::told),
                breaks.appendAll(mends)
                        .forAll(one -> replays(one.property(), one.trace().get())));
    }

    private static Seq<Expectation> expected(Switch tried) {
        String id = tried.row().id();
        try {
            return tried.specs().spec(id).get().expectations();
        } catch (ModelException e) {
            throw new ModelException(id + " cannot be built: " + e.getMessage(), e);
        }
    }

    /** What is broken here and holds there. */
    private static Seq<Finding> broken(Seq<Finding> here, Seq<Finding> there) {
        Seq<String> holding = there.filter(one -> one.verdict() == Verdict.HOLDS)
                .map(one -> one.property().name());
        return here.filter(one -> one.verdict() == Verdict.VIOLATED
                && holding.contains(one.property().name()));
    }

    private static Twin.Repaired told(Finding broken) {
        return new Twin.Repaired(broken.property().name(), broken.trace().get().length());
    }

    private Seq<Finding> findings(Subject subject, Seq<String> wanted) {
        Inquiry<?> inquiry = subject.inquiry();
        Seq<Property> asked =
                inquiry.all().filter(claim -> wanted.contains(claim.name())).append(StepProperty.NO_FAILURE);
        Options fair = subject.fairness().map(options::withFairness).getOrElse(options);
        try {
            return inquiry.check(asked, fair).findings();
        } catch (ModelException e) {
            String set = subject.rules().isEmpty() ? "" : " with " + subject.rules();
            throw new ModelException(subject.name() + set + ": " + e.getMessage(), e);
        }
    }

    /** Whether the model's code takes each step of a trace again, and the end breaks the claim. */
    static boolean replays(Property property, Trace trace) {
        State state = trace.initial();
        Vector<Move> moves = Vector.empty();
        for (TraceStep step : trace.steps()) {
            Option<Move> move = Move.in(state, step.step())
                    .find(one ->
                            one.choices().equals(step.choices()) && one.to().equals(step.after()));
            if (move.isEmpty()) {
                return false;
            }
            moves = moves.append(move.get());
            state = step.after();
        }
        return new Run(trace.initial(), moves).shows(property);
    }

    /** The values of rules that no variant and no row has: nobody knows what they do. */
    public static Seq<String> untried(FamilySpecs<?> specs) {
        Seq<String> used = specs.family()
                .variants()
                .map(variant -> variant.rules().asMap())
                .appendAll(specs.stated().map(row -> row.outline().rules().asMap()))
                .flatMap(set -> set.map(entry -> entry._1() + "=" + entry._2()));
        return specs.family().rules().flatMap(rule -> others(rule)).removeAll(used);
    }

    /** The values that a rule may have beside the usual one. */
    private static Seq<String> others(Setting rule) {
        return rule.values().tail().map(value -> rule.name() + "=" + value);
    }
}
