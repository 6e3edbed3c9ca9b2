package pagelife.checker.ltl;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serial;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;

/**
 * Reads terms, the sides of comparisons; see {@link FormulaParser} for the grammar. Types are compared as far as
 * declarations tell them, so that what cannot be meant is refused before anything is searched.
 */
final class TermParser {
    private static final String COMPONENTS = "a component (";

    private final Vocabulary vocabulary;
    private final Domains domains;
    private final Scanner scanner;
    private final LinkedHashMap<String, Vector<Cell<?>>> families;
    private Map<String, Object> variables = HashMap.empty();
    private int operators;
    private boolean isFirst;

    TermParser(Vocabulary vocabulary, Scanner scanner) {
        this.vocabulary = vocabulary;
        this.scanner = scanner;
        this.domains = new Domains(vocabulary.model());
        LinkedHashMap<String, Vector<Cell<?>>> byFamily = LinkedHashMap.empty();
        for (Cell<?> cell : vocabulary.model().cells()) {
            byFamily = byFamily.put(
                    cell.family(),
                    byFamily.getOrElse(cell.family(), Vector.empty()).append(cell));
        }
        this.families = byFamily;
    }

    /** That what stands here is no term, so that nothing is to be said of it as one. */
    static final class NoTerm extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private static final NoTerm HERE = new NoTerm();

        private NoTerm() {
            super("no term", null, false, false);
        }
    }

    Domains domains() {
        return domains;
    }

    /** The values of the variables around here. */
    Map<String, Object> variables() {
        return variables;
    }

    /** Gives the variables other values. */
    void bind(Map<String, Object> values) {
        variables = values;
    }

    /** The actor that a variable stands for, else the name itself. */
    String who(String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        return variables
                .get(first)
                .filter(Actor.class::isInstance)
                .map(actor -> actor + (dot < 0 ? "" : name.substring(dot)))
                .getOrElse(name);
    }

    /** The first cell of this name, or of this family. */
    Option<String> cellCalled(String name) {
        return families.get(name).map(cells -> cells.head().name());
    }

    /** One side of a comparison. */
    Term side() {
        operators = 0;
        isFirst = true;
        return term();
    }

    /** Sums and differences of products. */
    private Term term() {
        Term left = product();
        while (true) {
            if (scanner.take("+")) {
                left = arithmetic(left, " + ", product(), Math::addExact);
            } else if (scanner.isMinus() && scanner.take("-")) {
                left = arithmetic(left, " - ", product(), Math::subtractExact);
            } else {
                return left;
            }
        }
    }

    private Term product() {
        Term left = factor();
        while (scanner.take("*")) {
            left = arithmetic(left, " * ", factor(), Math::multiplyExact);
        }
        return left;
    }

    private Term arithmetic(Term left, String operator, Term right, BinaryOperator<Long> code) {
        if (++operators > Formula.MOST_OPERATORS) {
            throw scanner.failure(right.at(), "at most " + Formula.MOST_OPERATORS + " of + - * on a side");
        }
        requireNumber(left);
        requireNumber(right);
        return new Term(
                "(" + left.text() + operator + right.text() + ")",
                Type.NUMBER,
                view -> {
                    Object one = left.value().apply(view);
                    Object other = right.value().apply(view);
                    return one instanceof Number a && other instanceof Number b
                            ? reckoned(code, a.longValue(), b.longValue())
                            : Term.Nil.NIL;
                },
                left.at());
    }

    /** A number of more than 64 bits is none. */
    private static Object reckoned(BinaryOperator<Long> code, long left, long right) {
        try {
            return code.apply(left, right);
        } catch (ArithmeticException tooLarge) {
            return Term.Nil.NIL;
        }
    }

    private void requireNumber(Term term) {
        if (term.type() == Type.NAME) {
            throw NoTerm.HERE; // something else with a dash in it, such as the name of a claim
        }
        if (term.type() != Type.NUMBER && term.type() != Type.ANY) {
            throw scanner.failure(term.at(), "a number", term.text() + ", " + term.type());
        }
    }

    private Term factor() {
        int at = scanner.position();
        if (scanner.take("(")) {
            if (!scanner.deepen()) {
                throw NoTerm.HERE; // as a formula it is nested too deep, too
            }
            Term inner = term();
            if (inner.type() == Type.NAME && !scanner.isNext(")")) {
                throw NoTerm.HERE; // a proposition, and no term at all
            }
            scanner.expect(")", "\")\" for the \"(\" at " + (at + 1));
            scanner.rise();
            return inner;
        }
        String digits = scanner.digits();
        if (!digits.isEmpty()) {
            isFirst = false;
            return number(digits, at);
        }
        if (scanner.isQuote()) {
            String text = scanner.quoted();
            return new Term('"' + text + '"', Type.TEXT, view -> new Term.Printed(text), at);
        }
        String name = scanner.nextName();
        if (name.isEmpty()) {
            throw isFirst ? NoTerm.HERE : scanner.failure(at, "a number, a cell, a task or a name");
        }
        isFirst = false;
        Term term = name.equals("size") && scanner.take("(") ? size(at) : named(name, at);
        while (scanner.take(".")) {
            term = component(term);
        }
        return term;
    }

    private Term number(String digits, int at) {
        try {
            return Term.constant(Long.parseLong(digits), Type.NUMBER, at);
        } catch (NumberFormatException e) {
            throw scanner.failure(at, "a number of at most 18 digits", digits);
        }
    }

    private Term size(int at) {
        Term of = term();
        scanner.expect(")", "\")\" for size(");
        return new Term("size(" + of.text() + ")", Type.NUMBER, of.value().andThen(Term::size), at);
    }

    /** A variable, a cell, something that is counted, a task; else a name whose meaning is still open. */
    private Term named(String name, int at) {
        Option<Object> variable = variables.get(name);
        if (variable.isDefined()) {
            return variable.get() instanceof Actor actor
                    ? task(actor, at)
                    : Term.constant(
                            variable.get(), new Type.Thing(variable.get().getClass()), at);
        }
        if (scanner.take("(")) {
            return applied(name, at);
        }
        Option<Vector<Cell<?>>> family = families.get(name);
        if (family.isDefined() && family.get().head().key().isEmpty()) {
            return cell(family.get().head(), at);
        }
        Option<Actor> actor = vocabulary.actor(name);
        if (actor.isDefined()) {
            return task(actor.get(), at);
        }
        if (family.isDefined()) {
            throw scanner.failure(
                    at, "one of " + family.get().map(Cell::name).mkString(", "), "\"" + name + "\" alone");
        }
        return name.equals("none")
                ? new Term(name, Type.NONE, view -> Term.NONE, at)
                : new Term(name, Type.NAME, view -> new Term.Printed(name), at);
    }

    private Term cell(Cell<?> cell, int at) {
        return new Term(
                cell.name(),
                Type.of(cell.type()),
                read(cell, Vector.empty()),
                at,
                Option.some(new Term.Part(cell, Vector.empty())));
    }

    private Term task(Actor actor, int at) {
        return new Term(actor.name(), Type.TASK, view -> new Term.Printed(actor.name()), at);
    }

    /** {@code page(P0)}, {@code pte(mm0,0)}, {@code pins(P0)}. */
    private Term applied(String name, int at) {
        int from = scanner.position();
        Vector<Object> arguments = arguments();
        Option<Vector<Cell<?>>> family = families.get(name);
        Option<Cell<?>> cell =
                family.flatMap(cells -> cells.find(one -> one.key().exists(key -> isKey(key, arguments))));
        if (cell.isDefined()) {
            return cell(cell.get(), at);
        }
        String written = name + "(" + arguments.map(TermParser::text).mkString(",") + ")";
        if (family.isDefined() && arguments.exists(Actor.class::isInstance)) {
            Type type = Type.of(family.get().head().type());
            return new Term(written, type, view -> Term.Nil.NIL, at); // a task that has no such cell
        }
        Option<Measure> measure = vocabulary.measures().get(name);
        if (measure.isDefined()) {
            return measured(name, measure.get(), arguments, at, from);
        }
        if (family.isDefined()) {
            throw scanner.failure(from, "one of " + family.get().map(Cell::name).mkString(", "), "\"" + written + "\"");
        }
        throw scanner.failure(
                at,
                "a cell (" + families.keySet().mkString(", ") + ")"
                        + near(name, families.keySet().toVector()),
                "\"" + written + "\"");
    }

    private Term measured(String name, Measure measure, Vector<Object> arguments, int at, int from) {
        Seq<Object> known = measure.known();
        Option<Object> identity =
                arguments.size() == 1 ? known.find(one -> text(one).equals(text(arguments.head()))) : Option.none();
        if (identity.isEmpty()) {
            throw scanner.failure(
                    from,
                    "one of " + known.map(TermParser::text).mkString(", "),
                    "\"" + arguments.map(TermParser::text).mkString(",") + "\"");
        }
        Object of = identity.get();
        return new Term(
                name + "(" + text(of) + ")",
                measure.isTruth() ? Type.TRUTH : Type.NUMBER,
                measure.isTruth()
                        ? view -> measure.counts().in(view, of) != 0
                        : view -> (long) measure.counts().in(view, of),
                at);
    }

    private Vector<Object> arguments() {
        Vector<Object> all = Vector.empty();
        do {
            all = all.append(argument());
        } while (scanner.take(","));
        scanner.expect(")", "\",\" or \")\"");
        return all;
    }

    /** An identity by the name of a variable, or by its own. */
    private Object argument() {
        int at = scanner.position();
        if (scanner.isQuote()) {
            return scanner.quoted();
        }
        String digits = scanner.digits();
        String name = digits.isEmpty() ? scanner.nextName() : digits;
        if (name.isEmpty()) {
            throw scanner.failure(at, "a name, a number or a variable");
        }
        return variables.get(name).getOrElse(name);
    }

    private static String text(Object argument) {
        return argument instanceof String text
                ? text
                : argument instanceof Actor actor ? actor.name() : Domains.text(argument);
    }

    /** Whether {@code arguments} are {@code key}, or what it is made of. */
    private static boolean isKey(Object key, Vector<Object> arguments) {
        if (arguments.size() == 1) {
            return isArgument(key, arguments.head());
        }
        Seq<Object> parts = Domains.parts(key);
        return parts.size() == arguments.size()
                && parts.zip(arguments).forAll(pair -> isArgument(pair._1(), pair._2()));
    }

    private static boolean isArgument(Object key, Object argument) {
        return argument instanceof String || argument instanceof Actor
                ? (key instanceof String ? key : Domains.text(key)).equals(text(argument))
                : key.equals(argument);
    }

    /** What a record holds, or what a task keeps in mind. */
    private Term component(Term of) {
        int at = scanner.position();
        String name = scanner.nextName();
        LinkedHashMap<String, Type> known = components(of);
        Option<Type> type = of.type() == Type.ANY ? Option.some(known.getOrElse(name, Type.ANY)) : known.get(name);
        Option<Type> elsewhere = type.isEmpty() && isOneOfAll(of) ? ofSomeTask(name) : Option.none();
        if (elsewhere.isDefined()) {
            return new Term(of.text() + "." + name, elsewhere.get(), view -> Term.Nil.NIL, of.at());
        }
        if (type.isEmpty()) {
            String what = known.isEmpty()
                    ? "no component: " + of.text() + " is " + of.type()
                    : COMPONENTS + known.keySet().mkString(", ") + ") of " + of.text()
                            + near(name, known.keySet().toVector());
            throw scanner.failure(at, what, "\"" + name + "\"");
        }
        String text = of.text() + "." + name;
        if (of.part().isDefined()) {
            Term.Part part = of.part().get().of(name);
            return new Term(text, type.get(), read(part.cell(), part.path()), of.at(), Option.some(part));
        }
        return new Term(text, type.get(), value(of, name), of.at());
    }

    /** Whether it is a task that a variable stands for: then it need not have what others have. */
    private boolean isOneOfAll(Term of) {
        return of.type() == Type.TASK
                && variables
                        .values()
                        .exists(one ->
                                one instanceof Actor actor && actor.name().equals(of.text()));
    }

    private Option<Type> ofSomeTask(String component) {
        return Type.components(vocabulary.model().actors().flatMap(Actor::carries))
                .get(component);
    }

    private LinkedHashMap<String, Type> components(Term of) {
        if (of.type() instanceof Type.Thing thing) {
            return Type.components(Vector.of(thing.of()));
        }
        return of.type() == Type.TASK
                ? Type.components(vocabulary.actor(of.text()).get().carries())
                : LinkedHashMap.empty();
    }

    private Function<View, Object> value(Term of, String name) {
        if (of.type() == Type.TASK) {
            Actor actor = vocabulary.actor(of.text()).get();
            return view -> view.at(actor, at -> Term.follow(kept(at), Vector.of(name)));
        }
        return view -> Term.follow(of.value().apply(view), Vector.of(name));
    }

    /** A part of a cell is read as a part, so that a claim does not depend on the rest. */
    private static <T> Function<View, Object> read(Cell<T> cell, Seq<String> path) {
        return view -> view.read(cell, value -> Term.follow(value, path));
    }

    private static Object kept(Control at) {
        return at instanceof At place ? place.carried() : at;
    }

    private static String near(String name, Seq<String> known) {
        return Nearest.to(name, known).map(near -> ", such as " + near).getOrElse("");
    }

    /** {@code left} as what it must be beside {@code right}. */
    Term resolved(Term term, Term beside) {
        if (term.type() != Type.NAME) {
            return term;
        }
        Type type = beside.type() instanceof Type.Many many ? many.each() : beside.type();
        if (type instanceof Type.Constant constant) {
            return constant(term, constant);
        }
        if (type instanceof Type.Thing thing) {
            Seq<Object> known = domains.of(thing.of());
            Option<Object> identity = known.find(one -> Domains.text(one).equals(term.text()));
            if (identity.isDefined() || known.isEmpty()) {
                return identity.map(one -> Term.constant(one, type, term.at())).getOrElse(term);
            }
            throw unknown(term, known.map(Domains::text));
        }
        if (type == Type.TRUTH && (term.text().equals("true") || term.text().equals("false"))) {
            return Term.constant(Boolean.valueOf(term.text()), type, term.at());
        }
        if (type == Type.NUMBER || type == Type.TRUTH) {
            throw scanner.failure(term.at(), type.toString(), "\"" + term.text() + "\"");
        }
        return domains.named(term.text())
                .map(one -> Term.constant(one, new Type.Thing(one.getClass()), term.at()))
                .getOrElse(term);
    }

    private Term constant(Term term, Type.Constant type) {
        Vector<Object> all = Vector.of(type.of().getEnumConstants());
        return all.find(one -> ((Enum<?>) one).name().equalsIgnoreCase(term.text())
                        || one.toString().equals(term.text()))
                .map(one -> Term.constant(one, type, term.at()))
                .getOrElseThrow(() -> unknown(term, all.map(Object::toString)));
    }

    private Scanner.Failure unknown(Term term, Seq<String> known) {
        return scanner.failure(
                term.at(), "one of " + known.mkString(", ") + near(term.text(), known), "\"" + term.text() + "\"");
    }

    /** Refuses to compare what is never the same. */
    void requireAlike(Term left, Term right) {
        if (!alike(left.type(), right.type())) {
            throw scanner.failure(
                    right.at(),
                    left.type() + ", as " + left.text() + " is",
                    right.text() + ", which is " + right.type());
        }
    }

    private static boolean alike(Type left, Type right) {
        return isOpen(left)
                || isOpen(right)
                || left.equals(right)
                || left instanceof Type.Thing one
                        && right instanceof Type.Thing other
                        && (one.of().isAssignableFrom(other.of()) || other.of().isAssignableFrom(one.of()))
                || left == Type.TASK && right instanceof Type.Thing
                || left instanceof Type.Thing && right == Type.TASK;
    }

    private static boolean isOpen(Type type) {
        return type == Type.ANY || type == Type.NAME || type == Type.NONE || type == Type.TEXT;
    }

    /** Refuses to order what is no number. */
    void requireNumber(Term term, String sign) {
        if (!alike(term.type(), Type.NUMBER)) {
            throw scanner.failure(term.at(), "a number beside " + sign, term.text() + ", which is " + term.type());
        }
    }

    /** Whether {@code right} is of a type in which something can be. */
    void requireAmong(Term left, Term right) {
        if (right.type() instanceof Type.Many many) {
            if (!alike(left.type(), many.each())) {
                throw scanner.failure(left.at(), many.each() + ", as those in " + right.text() + " are", left.text());
            }
        } else if (right.type() != Type.ANY) {
            requireAlike(left, right);
        }
    }
}
