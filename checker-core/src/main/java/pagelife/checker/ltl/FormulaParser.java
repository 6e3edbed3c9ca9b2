package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Set;
import java.util.function.Predicate;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * Reads formulas from text, by recursive descent. From the loosest to the tightest:
 *
 * <pre>
 * a <-> b                    if and only if; to the left: a <-> b <-> c is (a <-> b) <-> c
 * a -> b    a ~> b           implies, leads to ([](a -> <>b)); to the right: a -> b -> c is a -> (b -> c)
 * a || b                     or
 * a && b                     and
 * a U b  a W b  a R b        until, weak until, release (also V); to the right
 * !a  []a  <>a  Ga Fa Xa     not, always, eventually, next; GFa is [](<>a)
 * true  false  name  "a name with blanks"  taken(actor)  taken(actor.step)  enabled(...)  finished(actor)  stuck  ( ... )
 * </pre>
 *
 * <p>{@code G F X U W R V true false taken enabled finished stuck} are reserved; a proposition of such a name is quoted.
 * {@code taken()} is that any step is taken, {@code enabled()} that any is possible. A name goes up to its closing quote or
 * parenthesis and cannot contain it.
 *
 * <p>A text has at most {@value Formula#MOST_OPERATORS} operators and opening parentheses, each letter of {@code GFX} counted,
 * {@code ~>} as the three it stands for; that bounds the stack here and in whatever walks over the formula.
 */
public final class FormulaParser {
    private static final Set<String> RESERVED =
            Set.of("G", "F", "X", "U", "W", "R", "V", "true", "false", "taken", "enabled", "finished", "stuck");

    private final Vocabulary vocabulary;
    private final Scanner scanner;
    private int operators;

    private FormulaParser(String text, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.scanner = new Scanner(text);
    }

    /** The formula that {@code text} is, or why it is none. */
    public static Either<SyntaxError, Formula> parse(String text, Vocabulary vocabulary) {
        try {
            FormulaParser parser = new FormulaParser(text, vocabulary);
            Formula formula = parser.iff();
            parser.scanner.expectEnd();
            return Either.right(formula);
        } catch (Scanner.Failure failure) {
            return Either.left(failure.error());
        }
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

    private String who() {
        scanner.expect("(", "\"(\" with an actor or a step");
        return scanner.upToClosing();
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
