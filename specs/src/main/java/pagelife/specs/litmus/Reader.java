package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.SyntaxError;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.model.TextException;
import pagelife.checker.model.View;
import pagelife.checker.model.Word;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.Temporal;

/**
 * Finds the claims that conditions make.
 *
 * @param words what expressions and formulas may speak of
 * @param known the claims that have names
 */
record Reader(Vocabulary words, Seq<Property> known) {

    /** The claim, and the run that shows it. */
    Asked asked(Condition condition) {
        if (condition.kind() == Condition.Kind.CLAIM) {
            Property claim = claim(condition);
            return new Asked(condition, claim, Option.none(), run(condition, claim));
        }
        Predicate<View> states = predicate(condition.text());
        Property property = property(condition, states);
        return new Asked(
                condition, property, Option.when(condition.kind().isFinal(), () -> states), run(condition, property));
    }

    private Option<Run> run(Condition condition, Property property) {
        return condition
                .schedule()
                .orElse(condition.kept().filter(run -> !run.steps().isEmpty()).map(Kept::schedule))
                .map(schedule -> Replay.of(schedule, words.model())
                        .find(run -> run.shows(property))
                        .getOrElseThrow(() -> new TextException(
                                "the schedule ends here, and does not show that " + property.name() + " is "
                                        + (property instanceof Sometimes ? "so" : "broken")
                                        + ": go on to where it does, or leave it out",
                                schedule.turns().last().steps().last().at())));
    }

    private Property claim(Condition condition) {
        String name = condition.name();
        return Property.called(known, name)
                .headOption()
                .getOrElse(() -> Temporal.of(name, condition.kind().meaning(), formulaOrClaim(condition.text())));
    }

    private Formula formulaOrClaim(Word text) {
        try {
            return formula(text);
        } catch (TextException e) {
            throw new TextException(
                    e.getMessage() + "; as a claim there is "
                            + known.map(Property::id).distinct().mkString(", "),
                    e.at());
        }
    }

    private Formula formula(Word text) {
        return FormulaParser.parseRuns(text.text(), words).getOrElseThrow(error -> wrong(error, text));
    }

    private static Property property(Condition condition, Predicate<View> states, Model model) {
        String name = condition.name();
        String claim =
                condition.kind().meaning() + condition.text().text().strip().replaceAll("\\s+", " ");
        Predicate<View> last = state -> Run.isFinal(state, model);
        return switch (condition.kind()) {
            case ALWAYS -> Invariant.always(name, claim, states);
            case FORBID -> Invariant.always(name, claim, states.negate());
            case REACH -> new Sometimes(name, claim, states);
            case EXISTS -> new Sometimes(name, claim, states.and(last));
            case NOT_EXISTS -> Invariant.always(name, claim, states.and(last).negate());
            case FORALL -> new Invariant(name, claim, Option.some(last), states.or(last.negate()));
            case CLAIM -> throw new IllegalArgumentException("claim " + name + " has no expression");
        };
    }

    private Property property(Condition condition, Predicate<View> states) {
        return property(condition, states, words.model());
    }

    private Predicate<View> predicate(Word text) {
        String name = text.text().strip();
        if (!Property.called(known, name).isEmpty()) {
            throw new TextException(
                    name + " is the name of a claim, which says by itself where it holds: write it alone in its line",
                    text.at());
        }
        return FormulaParser.parseState(text.text(), words).getOrElseThrow(error -> wrong(error, text));
    }

    private static TextException wrong(SyntaxError error, Word text) {
        return new TextException(
                "expected " + error.expected() + ", found " + error.found(), text.at() + error.position());
    }
}
