package pagelife.specs.observe;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.observe.Answer;
import pagelife.checker.observe.Blockage;
import pagelife.checker.observe.Effort;
import pagelife.checker.observe.Explanation;
import pagelife.checker.observe.Judgement;
import pagelife.checker.observe.Observation;
import pagelife.checker.observe.Observer;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.fsdax.FsdaxSpecs;

/**
 * What a variant has to say to a recording.
 *
 * @param recording the recording
 * @param variant the variant
 * @param rules the rules that are set otherwise than in the variant
 * @param protocol the variant in the scene of the recording
 * @param observations what was seen
 * @param answer whether a run of the variant shows it
 * @param judged the claims about states that were put to the recording, or to what is explained of it
 */
public record Observed(
        Recording recording,
        Variant variant,
        Settings rules,
        FsdaxProtocol protocol,
        Seq<Observation> observations,
        Answer answer,
        Seq<Judgement> judged) {
    /**
     * The claims that are put to a recording: those about states that somebody can do something about. What else a
     * variant breaks it breaks in each of its runs, by its rules.
     */
    private static final Set<String> CLAIMS = LinkedHashSet.of("INV-2", "INV-3", "INV-4", "LTL-1'", "LTL-1p");

    /** So much is done to find out whether another rule would explain what the rules as they are do not. */
    private static final Effort TRIAL = new Effort(400_000, Effort.USUAL.window());

    /**
     * Puts a recording to a variant.
     *
     * @throws IllegalArgumentException for rules that mean nothing together, saying why
     */
    public static Observed of(Recording recording, Variant variant, Settings rules) {
        Staged staged = Staged.of(recording, variant, rules);
        Observer observer = staged.observer();
        Answer answer = observer.explain(staged.observations());
        return new Observed(
                recording,
                variant,
                rules,
                staged.protocol(),
                staged.observations(),
                answer,
                judged(staged, observer, answer));
    }

    /** Just whether a run shows a recording, with so much effort as is right for one try of many. */
    static Answer answer(Recording recording, Variant variant, Settings rules) {
        Staged staged = Staged.of(recording, variant, rules);
        return new Observer(staged.protocol().model(), staged.reading(), TRIAL).explain(staged.observations());
    }

    private static Seq<Judgement> judged(Staged staged, Observer observer, Answer answer) {
        if (answer instanceof Explanation explanation) {
            return observer.judge(
                    staged.observations(),
                    explanation,
                    FsdaxSpecs.table().properties(staged.protocol()).filter(claim -> CLAIMS.contains(claim.id())));
        }
        return Vector.empty();
    }

    /** Whether a run shows all that was seen. */
    public boolean isExplained() {
        return answer instanceof Explanation;
    }

    /** The claims that every run that shows it breaks. */
    public Seq<Judgement> broken() {
        return judged.filter(one -> one.outcome() == Judgement.Outcome.BROKEN);
    }

    /** How many lines do something to the pages of which the models know nothing. */
    public long outside() {
        return recording.transcript().outside();
    }

    /**
     * Of a recording that is blocked where its program has looked at pages: those that are otherwise in a run that shows
     * all before, as they are there.
     */
    public Seq<String> otherwise() {
        if (!(answer instanceof Blockage blockage)
                || !(recording.transcript().noted().get(blockage.explained()) instanceof Noted.Snap snap)) {
            return Vector.empty();
        }
        Explanation before = blockage.before();
        State last = before.moves().lastOption().map(Move::to).getOrElse(before.initial());
        return snap.seen()
                .reject(each -> each.isSo(last.read(protocol.cells().page(each.page()))))
                .map(each -> each.page() + " " + last.read(protocol.cells().page(each.page())));
    }

    /** Of a recording that is blocked: each rule that would explain it, set alone to another value. */
    public Seq<Settings> remedies() {
        if (!(answer instanceof Blockage)) {
            return Vector.empty();
        }
        return FsdaxFamily.family().rules().flatMap(this::others).filter(this::explains);
    }

    private Seq<Settings> others(Setting rule) {
        String now = FsdaxFamily.family().rulesOf(variant, rules).get(rule.name());
        return rule.values().reject(now::equals).map(value -> Settings.NONE.with(rule.name(), value));
    }

    private boolean explains(Settings change) {
        try {
            return answer(recording, variant, rules.and(change)) instanceof Explanation;
        } catch (IllegalArgumentException e) {
            return false; // a combination that means nothing
        }
    }
}
