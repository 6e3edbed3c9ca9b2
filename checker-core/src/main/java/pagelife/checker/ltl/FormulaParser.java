package pagelife.checker.ltl;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * Reads formulas from text, by recursive descent. From the loosest to the tightest:
 *
 * <pre>{@code
 * a <-> b                    if and only if; to the left: a <-> b <-> c is (a <-> b) <-> c
 * a -> b    a ~> b           implies, leads to ([](a -> <>b)); to the right: a -> b -> c is a -> (b -> c)
 * a || b                     or
 * a && b                     and
 * a U b  a W b  a R b        until, weak until, release (also V); to the right
 * !a  []a  <>a  Ga Fa Xa     not, always, eventually, next; GFa is [](<>a)
 * true  false  name  "a name with blanks"  taken(actor)  taken(actor.step)  enabled(...)  finished(actor)  stuck  ( ... )
 * forall x: domain. a   exists x: domain. a      for each, for one of a domain; as far to the right as it can go
 * t = t   t != t   t < t   t <= t   t > t   t >= t   t in t   task@step
 *
 * t + t   t - t   t * t   number   size(t)   cell   cell(key, ...)   task   t.component   x   name   "a text"   none
 * }</pre>
 *
 * <p><b>Comparisons</b> are about one state. {@code page(P0).refs} is a component of a cell, {@code truncate.page} of
 * what a task keeps in mind where it is; options are looked into. A name is an identity ({@code P0}), a constant
 * ({@code GONE}), a task, as the other side wants; a quoted text is whatever prints so. What looks at a component that
 * the value has not, or at an empty option, is false, and {@code !=} is true; {@code t = none} asks for that. {@code
 * task@step} is that the task is before the step. Domains are {@code tasks} and the identities of cells, by the plural
 * of their class. A dash before a letter belongs to a name: {@code gup-fast}; minus has blanks around it.
 *
 * <p>{@code G F X U W R V true false taken enabled finished stuck forall exists in size none} are reserved; a
 * proposition of such a name is quoted, a cell of such a name stands in parentheses: {@code (taken) = 1}. {@code taken()} is that any step is taken, {@code enabled()} that any is
 * possible. A name goes up to its closing quote or parenthesis and cannot contain it.
 *
 * <p>A text has at most {@value Formula#MOST_OPERATORS} operators and opening parentheses, each letter of {@code GFX}
 * counted, {@code ~>} as the three it stands for; that bounds the stack here and in whatever walks over the formula.
 */
public final class FormulaParser {
    private static final Set<String> RESERVED = Set.of(
            "G",
            "F",
            "X",
            "U",
            "W",
            "R",
            "V",
            "true",
            "false",
            "taken",
            "enabled",
            "finished",
            "stuck",
            "forall",
            "exists",
            "in",
            "size",
            "none");

    /** A quoted name, perhaps without its end, or a word with the blanks and parentheses behind it. */
    private static final Pattern WORD = Pattern.compile("\"[^\"]*(?:\"|$)|([\\p{L}_][\\p{L}\\p{N}_-]*)[\\s(]*");

    /* Each is a call when a claim is tried, and a text in memory: more than a few dozen tasks and pages make. */
    private static final int MOST_UNFOLDED = 10_000;

    private final Vocabulary vocabulary;
    private final Scanner scanner;
    private final TermParser terms;
    private Option<Scanner.Failure> farthest = Option.none();
    private int operators;
    private int unfolded;

    private FormulaParser(String text, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.scanner = new Scanner(text);
        this.terms = new TermParser(vocabulary, scanner);
    }

    /** The formula that {@code text} is, or why it is none. */
    public static Either<SyntaxError, Formula> parse(String text, Vocabulary vocabulary) {
        FormulaParser parser = new FormulaParser(text, vocabulary);
        try {
            Formula formula = parser.iff();
            parser.scanner.expectEnd();
            return Either.right(formula);
        } catch (Scanner.Failure failure) {
            return Either.left(parser.blamed(parser.farther(failure).error()));
        }
    }

    /** A reserved word with which the parser failed, where it is the name of something that may be meant. */
    private SyntaxError blamed(SyntaxError error) {
        Matcher words = WORD.matcher(error.text());
        while (words.find()) {
            String word = words.group(1);
            if (word != null && words.start() <= error.position() && error.position() <= words.end()) {
                return meant(word)
                        .map(written -> new SyntaxError(
                                error.text(),
                                words.start(),
                                written + ", as " + word + " is reserved",
                                '"' + word + '"'))
                        .getOrElse(error);
            }
        }
        return error;
    }

    /** How something is written that has the name of a reserved word. */
    private Option<String> meant(String word) {
        if (!isReserved(word)) {
            return Option.none();
        }
        return vocabulary.propositions().containsKey(word)
                ? Option.some("\"" + word + "\" in quotes")
                : terms.cellCalled(word).map(cell -> "(" + cell + ") in parentheses for the cell");
    }

    /** What has two meanings is refused, for nobody would notice that the other one was taken. */
    private void requireOneMeaning(String word, int at) {
        if (meant(word).isDefined()) {
            throw scanner.failure(at, "one meaning of " + word);
        }
    }

    /**
     * The claim about runs that {@code text} is, or why it is none. One without a temporal operator would speak of the
     * first state of each run only, which nobody means.
     */
    public static Either<SyntaxError, Formula> parseRuns(String text, Vocabulary vocabulary) {
        return parse(text, vocabulary)
                .filterOrElse(
                        formula -> Statement.of(formula).isEmpty(),
                        formula -> new SyntaxError(
                                text,
                                0,
                                "a temporal operator ([] always, <> eventually, ...), without which only the first state"
                                        + " of each run is asked about",
                                "\"" + text.strip() + "\""));
    }

    /** The claim about one state that {@code text} is, or why it is none. */
    public static Either<SyntaxError, Predicate<View>> parseState(String text, Vocabulary vocabulary) {
        return parse(text, vocabulary)
                .flatMap(formula -> Statement.of(formula)
                        .map(holds -> (Predicate<View>) new Stated(vocabulary.model(), text, holds, Vector.of(formula)))
                        .toEither(() -> new SyntaxError(
                                text,
                                0,
                                "a claim about one state, without taken and temporal operators",
                                "\"" + formula + "\"")));
    }

    /** The more telling of two failures: the one that came farther; of two at one place the one of a term. */
    private Scanner.Failure farther(Scanner.Failure failure) {
        return farthest.filter(
                        other -> other.error().position() >= failure.error().position())
                .getOrElse(failure);
    }

    /** Whether the word means something else than a proposition. */
    static boolean isReserved(String word) {
        return RESERVED.contains(word) || isOperators(word);
    }

    /** Whether it is several unary operators in one word, such as {@code GF}. */
    private static boolean isOperators(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c == 'G' || c == 'F' || c == 'X');
    }

    private Formula iff() {
        Formula left = implies();
        while (take("<->")) {
            left = left.iff(implies());
        }
        return left;
    }

    private Formula implies() {
        Formula left = or();
        if (take("->")) {
            left = left.implies(implies());
        } else if (take("~>")) {
            count(2, scanner.position());
            left = left.leadsTo(implies());
        }
        return left;
    }

    private Formula or() {
        Formula left = and();
        while (take("||")) {
            left = left.or(and());
        }
        return left;
    }

    private Formula and() {
        Formula left = until();
        while (take("&&")) {
            left = left.and(until());
        }
        return left;
    }

    private Formula until() {
        Formula left = unary();
        if (takeWord("U")) {
            left = left.until(until());
        } else if (takeWord("W")) {
            left = left.weakUntil(until());
        } else if (takeWord("R") || takeWord("V")) {
            left = left.release(until());
        }
        return left;
    }

    private Formula unary() {
        Formula formula;
        if (take("!")) {
            formula = Formulas.not(unary());
        } else if (take("[]")) {
            formula = Formulas.always(unary());
        } else if (take("<>")) {
            formula = Formulas.eventually(unary());
        } else if (isOperators(scanner.word())) {
            int at = scanner.position();
            formula = operators(scanner.nextWord(), at);
        } else {
            formula = primary();
        }
        return formula;
    }

    private Formula operators(String word, int at) {
        count(word.length(), at);
        Formula formula = unary();
        for (int i = word.length() - 1; i >= 0; i--) {
            formula = switch (word.charAt(i)) {
                case 'G' -> Formulas.always(formula);
                case 'F' -> Formulas.eventually(formula);
                default -> Formulas.next(formula);
            };
        }
        return formula;
    }

    private Formula primary() {
        int at = scanner.position();
        String quantifier = scanner.word();
        if (quantifier.equals("forall") || quantifier.equals("exists")) {
            scanner.nextWord();
            return quantified(quantifier.equals("forall"), at);
        }
        Option<Formula> stated = statement(at);
        if (stated.isDefined()) {
            return stated.get();
        }
        if (take("(")) {
            Formula inner = iff();
            scanner.expect(")", "an operator or \")\" for the \"(\" at " + (at + 1));
            return inner;
        }
        if (scanner.isQuote()) {
            return proposition(scanner.quoted(), at);
        }
        String word = scanner.word();
        if (word.isEmpty() || RESERVED.contains(word) && word.length() == 1) {
            throw scanner.failure(at, "a formula");
        }
        scanner.nextWord();
        return switch (word) {
            case "true" -> Formulas.TRUE;
            case "false" -> Formulas.FALSE;
            case "stuck" -> {
                requireOneMeaning(word, at);
                count(1, at);
                yield Formulas.stuck(vocabulary.model());
            }
            case "taken" -> {
                String who = who();
                yield new Formula.Taken(who, steps(who));
            }
            case "enabled" -> {
                String who = who();
                yield new Formula.Enabled(who, steps(who));
            }
            case "finished" -> {
                String who = who();
                yield Formulas.finished(
                        vocabulary.actor(who).getOrElseThrow(() -> scanner.failureBefore(who, vocabulary.known(""))));
            }
            default -> proposition(word, at);
        };
    }

    /** The body once for each value of the variable. */
    private Formula quantified(boolean all, int at) {
        count(1, at);
        String variable = scanner.nextName();
        if (variable.isEmpty() || isReserved(variable)) {
            throw scanner.failure(at, "forall x: domain. ..., with a name for x");
        }
        scanner.expect(":", "\":\" and a domain");
        int named = scanner.position();
        String domain = scanner.nextName();
        Seq<Object> values = terms.domains()
                .of(domain)
                .getOrElseThrow(() -> scanner.failure(
                        named,
                        "a domain (" + terms.domains().names().mkString(", ") + ")",
                        domain.isEmpty() ? "none" : "\"" + domain + "\""));
        scanner.expect(".", "\".\" before what is said of each");
        Map<String, Object> outer = terms.variables();
        int body = scanner.position();
        int cost = operators;
        Vector<Formula> each = Vector.empty();
        for (Object value : values) {
            if (++unfolded > MOST_UNFOLDED) {
                throw scanner.failure(
                        at, "quantifiers that come to at most " + MOST_UNFOLDED + " claims when they are written out");
            }
            scanner.back(body);
            terms.bind(outer.put(variable, value));
            operators = each.forAll(Statement::isOne) ? cost : operators;
            each = each.append(iff());
        }
        terms.bind(outer);
        return joined(all, each, outer.isEmpty() ? scanner.since(at) : "");
    }

    private Formula joined(boolean all, Vector<Formula> each, String text) {
        if (!each.forAll(Statement::isOne)) {
            return all ? Formulas.all(each) : Formulas.any(each);
        }
        Vector<Predicate<View>> claims = each.flatMap(Statement::of);
        String written = text.isEmpty() ? each.map(one -> "(" + one + ")").mkString(all ? " && " : " || ") : text;
        return stated(
                written,
                all
                        ? view -> claims.forAll(claim -> claim.test(view))
                        : view -> claims.exists(claim -> claim.test(view)),
                each);
    }

    private Formula stated(String text, Predicate<View> holds) {
        return stated(text, holds, Vector.empty());
    }

    private Formula stated(String text, Predicate<View> holds, Seq<Formula> made) {
        return new Formula.Proposition(text, new Stated(vocabulary.model(), text, holds, made));
    }

    /** A comparison, or something that is true or false by itself; nothing is taken if it is none of these. */
    private Option<Formula> statement(int at) {
        String word = scanner.word();
        if (RESERVED.contains(word) && !word.equals("size") && !word.equals("none") || scanner.isQuote()) {
            return Option.none();
        }
        try {
            Term left = terms.side();
            Option<Formula> found = left.type() == Type.TASK && scanner.take("@") ? place(left) : compared(left, at);
            if (found.isEmpty()) {
                scanner.back(at);
            }
            return found;
        } catch (TermParser.NoTerm none) {
            scanner.back(at);
            return Option.none();
        } catch (Scanner.Failure failure) {
            farthest = Option.some(farther(failure));
            scanner.back(at);
            return Option.none();
        }
    }

    private Option<Formula> compared(Term left, int at) {
        Option<Comparison> comparison = Comparison.next(scanner);
        if (comparison.isDefined()) {
            count(1, at);
            return Option.some(compared(left, comparison.get(), terms.side()));
        }
        if (left.type() == Type.TRUTH) {
            return Option.some(
                    stated(left.text(), view -> Boolean.TRUE.equals(left.value().apply(view))));
        }
        if (left.type() != Type.NAME) {
            throw scanner.failure(scanner.position(), "a comparison (= != < <= > >= in) of " + left.text());
        }
        return Option.none();
    }

    private Formula compared(Term one, Comparison comparison, Term other) {
        Term left = terms.resolved(one, other);
        Term right = terms.resolved(other, left);
        if (comparison == Comparison.IN) {
            terms.requireAmong(left, right);
        } else if (comparison.isOrder()) {
            terms.requireNumber(left, comparison.sign());
            terms.requireAlike(left, right);
        } else {
            terms.requireAlike(left, right);
        }
        return stated(
                left.text() + " " + comparison.sign() + " " + right.text(),
                view -> comparison.holds(left.value().apply(view), right.value().apply(view)));
    }

    /** {@code task@step}. */
    private Option<Formula> place(Term task) {
        Actor actor = vocabulary.actor(task.text()).get();
        int at = scanner.position();
        String id = scanner.isQuote() ? scanner.quoted() : scanner.nextName();
        Seq<Step> steps = actor.steps(id);
        boolean ofSome = vocabulary.othersMayRun()
                || vocabulary.model().steps().exists(step -> step.id().equals(id));
        if (steps.isEmpty() && !(ofSome && terms.variables().values().exists(actor::equals))) {
            throw scanner.failure(
                    at,
                    "a step of " + actor + " ("
                            + actor.steps().map(Step::id).distinct().mkString(", ") + ")",
                    "\"" + id + "\"");
        }
        String written = id.chars().allMatch(Character::isLetterOrDigit) ? id : '"' + id + '"';
        return Option.some(stated(
                actor + "@" + written, view -> view.at(actor, here -> steps.exists(step -> step.startsAt(here)))));
    }

    private String who() {
        scanner.expect("(", "\"(\" with an actor or a step");
        return terms.who(scanner.upToClosing());
    }

    private Seq<Step> steps(String who) {
        return vocabulary.steps(who).getOrElseThrow(() -> scanner.failureBefore(who, vocabulary.known(who)));
    }

    private Formula proposition(String name, int at) {
        Option<Predicate<View>> claim = vocabulary.propositions().get(name);
        if (claim.isEmpty()) {
            String known = vocabulary.propositions().isEmpty()
                    ? "taken(...), enabled(...) or stuck, there being no propositions"
                    : "a proposition ("
                            + vocabulary
                                    .propositions()
                                    .keySet()
                                    .toVector()
                                    .sorted()
                                    .mkString(", ") + ")";
            throw scanner.failure(at, known, "\"" + name + "\"");
        }
        return new Formula.Proposition(name, claim.get());
    }

    private boolean take(String operator) {
        int at = scanner.position();
        return scanner.take(operator) && count(1, at);
    }

    private boolean takeWord(String operator) {
        int at = scanner.position();
        return scanner.takeWord(operator) && count(1, at);
    }

    private boolean count(int more, int at) {
        operators += more;
        if (operators > Formula.MOST_OPERATORS) {
            throw scanner.failure(
                    at, "a formula of at most " + Formula.MOST_OPERATORS + " operators and opening parentheses");
        }
        return true;
    }
}
