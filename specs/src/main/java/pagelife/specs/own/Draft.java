package pagelife.specs.own;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serial;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Cpu;
import pagelife.checker.model.Fact;
import pagelife.checker.model.Life;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Task;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Transition;
import pagelife.checker.model.Unasked;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sentence;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Timely;
import pagelife.models.Choices;
import pagelife.models.Rule;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.specs.claims.Sentences;

/**
 * What a {@link Study} declares its cells, tasks and claims with. Mutable, used once.
 *
 * <p>Claims are asked in every state, and see it through a {@link View}: they may read every cell, and nothing else. A
 * claim's name is unique; one that begins with a label of capitals, such as {@code INV-1}, is called that for short.
 * That nobody is stuck is claimed unless the study says {@link #mayDeadlock} or claims it in its own words; and that no
 * timeout is needed where steps are declared as {@link Script#timeout}, unless it says {@link #mayNeedTimeouts}. That
 * no step fails is part of every check.
 *
 * <p>Litmus tests, {@code workloads}, {@code fuzz} and {@code mutate} put other tasks in the place of those that run
 * programs here. A claim that then asks about a task of the study that is not there ({@link #at}, {@link #finished})
 * says nothing in that state, and is undecided unless another state breaks it; one in text about {@code forall t:
 * tasks} is about whoever is there.
 */
public final class Draft {
    private final ModelBuilder model;
    private final Choices rules;
    private final Choices bounds;
    private Vector<Function<Drafted, Property>> claims = Vector.empty();
    private Vector<Operation> operations = Vector.empty();
    private Workload programs = Workload.NONE;
    private LinkedHashMap<String, Predicate<View>> words = LinkedHashMap.empty();
    private UnaryOperator<Books> books = UnaryOperator.identity();
    private Vector<Tuple2<String, Seq<String>>> places = Vector.empty();
    private Option<Model> built = Option.none();
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private boolean hasOtherTasks;
    private boolean mayDeadlock;
    private boolean mayNeedTimeouts;

    /** A draft with these rules and bounds. */
    Draft(String name, Choices rules, Choices bounds) {
        this.model = Model.builder(name);
        this.rules = rules;
        this.bounds = bounds;
    }

    // --- What is set ---

    /** The value of a rule of the {@link Outline}. */
    public <T> T rule(Rule<T> rule) {
        return value("rule", rules, rule);
    }

    /** The value of a bound of the {@link Outline}. */
    public <T> T bound(Rule<T> bound) {
        return value("bound", bounds, bound);
    }

    private static <T> T value(String kind, Choices choices, Rule<T> asked) {
        if (!choices.values().containsKey(asked.name())) {
            throw new ModelException("the draft asks for " + kind + " " + asked
                    + ", which its outline does not declare: say outline." + kind + "(...) there");
        }
        return choices.get(asked);
    }

    // --- Cells and tasks ---

    /** The builder of the model, for all that is not said here. */
    public ModelBuilder model() {
        return model;
    }

    /** Declares a shared cell whose values are all of one class, that of its first. */
    public <T> Cell<T> cell(String name, T initial) {
        return model.cell(name, initial);
    }

    /** Declares a shared cell. */
    public <T> Cell<T> cell(String name, Class<? super T> type, T initial) {
        return model.cell(name, type, initial);
    }

    /**
     * Declares a family of shared cells {@code name(key)}, one for each key; {@code family.of(key)} is the cell of a key.
     */
    public <K, T> CellFamily<K, T> cells(String name, Iterable<K> keys, Class<? super T> type, Function<K, T> initial) {
        return model.cells(name, keys, type, initial);
    }

    /** Declares a shared cell with an object that may be freed: a step that uses it then fails, see {@link Life}. */
    public <T> Cell<Life<T>> object(String name, T initial) {
        return model.object(name, initial);
    }

    /** Declares a CPU that nobody keeps; {@link Script#on} puts steps on it. */
    public Cpu cpu(String name) {
        return model.cpu(name);
    }

    /**
     * Declares a task that goes through one script, whose steps are still to be declared: {@code
     * d.task("user").step("u1 get", now -> ...).step("u2 put", now -> ...)}.
     */
    public Script task(String name) {
        return model.task(name);
    }

    /** Declares a task that goes through one script; {@code made} may give it cells of its own. */
    public Draft task(String name, Function<Task, Script> made) {
        model.task(name, made);
        return this;
    }

    /** What tasks can be asked to do: the words of programs, here and in litmus tests. */
    public Draft operations(Operation... more) {
        operations = operations.appendAll(Vector.of(more));
        return this;
    }

    /** Declares a task that runs a program, such as {@code get; put}. A litmus test may put others in its place. */
    public Draft task(String name, String program) {
        programs = programs.task(name, program);
        return this;
    }

    /** Declares what was done to the end before the tasks begin, such as {@code open; user: get}. */
    public Draft after(String program) {
        programs = programs.after(program);
        return this;
    }

    // --- Claims ---

    /** Claims that something is so in every state. */
    public Draft always(String name, String claim, Predicate<View> holds) {
        return claim(Invariant.always(name, claim, saying(holds, true)));
    }

    /** Claims that something is so in every state in which {@code premise} is; there must be such a state. */
    public Draft whenever(String name, String claim, Predicate<View> premise, Predicate<View> holds) {
        return claim(new Invariant(
                name,
                claim,
                Option.some(saying(premise, false)),
                saying(view -> !premise.test(view) || holds.test(view), true)));
    }

    /** Claims that something is so in no state. */
    public Draft never(String name, String claim, Predicate<View> bad) {
        return always(name, claim, bad == null ? null : bad.negate());
    }

    /** Claims that something is so in every state, written as for {@code --invariant}. */
    public Draft always(String name, String claim, String expression) {
        return written(name, claim, expression, drafted -> Written.invariant(name, claim, expression, words(drafted)));
    }

    /** Claims that something is so in some state: that the model can do what it is for. */
    public Draft sometimes(String name, String claim, Predicate<View> happens) {
        return claim(new Sometimes(name, claim, saying(happens, false)));
    }

    /** Claims something about every step that is taken. */
    public Draft everyStep(String name, String claim, Predicate<Transition> holds) {
        return claim(new StepProperty(name, claim, saying(holds, true)));
    }

    /** Claims something about every fair run, in linear temporal logic, written as for {@code --ltl}. */
    public Draft everyRun(String name, String claim, String formula) {
        return written(name, claim, formula, drafted -> Written.temporal(name, claim, formula, words(drafted)));
    }

    private Vocabulary words(Drafted drafted) {
        return hasOtherTasks ? drafted.vocabulary().whereOthersRun() : drafted.vocabulary();
    }

    /** Claims this. */
    public Draft claim(Property property) {
        return later(drafted -> property);
    }

    /** Claims what can be said only once the model is there. */
    public Draft claim(Function<Model, Property> property) {
        return later(drafted -> property.apply(drafted.model()));
    }

    private Draft later(Function<Drafted, Property> property) {
        claims = claims.append(property);
        return this;
    }

    /** A claim that is written as text; where other tasks run it is not asked if it names a task that is not there. */
    private Draft written(String name, String claim, String text, Function<Drafted, Property> read) {
        return later(drafted -> {
            try {
                return read.apply(drafted);
            } catch (ModelException e) {
                String task = absentTask(text, drafted.model()).getOrElseThrow(() -> e);
                return Invariant.always(
                        name,
                        claim,
                        saying(
                                view -> {
                                    throw AbsentTask.among(drafted.model(), task);
                                },
                                true));
            }
        });
    }

    /** The task that a text names, and that runs a program of the study, and not in this model. */
    private Option<String> absentTask(String text, Model model) {
        return programs.tasks()
                .keySet()
                .filter(task -> !model.actors().exists(actor -> actor.name().equals(task)))
                .find(task -> Pattern.compile("(?<!\\w)" + Pattern.quote(task) + "(?!\\w)")
                        .matcher(text)
                        .find());
    }

    /** What says nothing, which is {@code silent}, where it asks about a task that is not there, and then says so. */
    private static <T> Predicate<T> saying(Predicate<T> claim, boolean silent) {
        if (claim == null) {
            throw new ModelException(
                    "a claim or word has null for its test: give it one, such as s -> s.read(cell) >= 0");
        }
        return new Saying<>(claim, silent, new AtomicReference<>());
    }

    /**
     * Tells the counterexamples of the claim before in words of its own; else they are told by the cells that decide. A
     * sentence that cannot be made of a run gives way to that one.
     */
    public Draft told(Sentence words) {
        if (claims.isEmpty()) {
            throw new ModelException("told(...) is of the claim before it, and there is none: claim something first");
        }
        Function<Drafted, Property> last = claims.last();
        claims = claims.init().append(drafted -> last.apply(drafted).told(words));
        return this;
    }

    /** Nobody claims that no task is ever stuck. */
    public Draft mayDeadlock() {
        mayDeadlock = true;
        return this;
    }

    /** Nobody claims that something else than the end of a timeout leads on wherever one may end. */
    public Draft mayNeedTimeouts() {
        mayNeedTimeouts = true;
        return this;
    }

    // --- Words and books ---

    /** A word for formulas, here, on the command line and in litmus tests. */
    public Draft word(String word, Predicate<View> holds) {
        words = words.put(word, saying(holds, false));
        return this;
    }

    /** Who holds what, for the ledger below a counterexample. */
    public Draft books(UnaryOperator<Books> kept) {
        UnaryOperator<Books> before = books;
        books = all -> kept.apply(before.apply(all));
        return this;
    }

    /**
     * Whether a task is before one of these steps, named by their first words: {@code d.at("truncate", "t4", "t5")}. Asked
     * for outside of the lambda of a claim, a task or a step that does not exist is refused before the search; inside,
     * only when the claim comes to it, and behind an {@code &&} it may never.
     */
    public Predicate<View> at(String task, String... steps) {
        if (steps.length == 0) {
            throw new ModelException(
                    "at(\"" + task + "\") names no step: name those that the task is before, such as at(\"" + task
                            + "\", \"t4\"); finished(\"" + task + "\") asks whether it has ended");
        }
        if (built.isEmpty()) {
            note(task, Vector.of(steps));
        } else {
            Vector.of(steps).forEach(step -> requireStep(task, step));
        }
        return view -> view.at(actor(task), at -> At.isAt(at, steps));
    }

    /** Whether these tasks have all finished. */
    public Predicate<View> finished(String... tasks) {
        if (built.isEmpty()) {
            Vector.of(tasks).forEach(task -> note(task, Vector.empty()));
        }
        return view -> Vector.of(tasks).forAll(task -> view.at(actor(task)) == Control.finished());
    }

    /** The task of this name; among tasks that others have put in its place there may be none. */
    private Actor actor(String task) {
        Model model = built.get();
        if (hasOtherTasks && !model.actors().exists(actor -> actor.name().equals(task))) {
            throw AbsentTask.among(model, task);
        }
        return model.actor(task);
    }

    /** What is asked before the model is there is compared with it then. */
    private void note(String task, Seq<String> steps) {
        places = places.append(Tuple.of(task, steps));
    }

    /** A claim that asks while it is tried asks often, and the answer is the same each time. */
    private void requireStep(String task, String step) {
        if (!hasOtherTasks && found.add(task + "." + step)) {
            built.get().actor(task).step(step);
        }
    }

    // --- The end ---

    /** The programs that it declares. */
    Workload programs() {
        return programs;
    }

    /** The protocol, once all is declared, with these programs of tasks. */
    Drafted with(Workload workload) {
        if (!workload.equals(Workload.NONE) && operations.isEmpty()) {
            throw new IllegalArgumentException("a task runs a program, and the study has no operations to write one"
                    + " with: declare operations, or give the task a script");
        }
        Operations known = new Operations(operations);
        if (workload.equals(programs)) {
            programs.setup().forEach(before -> require("what is done before", before.program(), known));
            programs.tasks().forEach((task, program) -> require("task " + task, program, known));
        }
        workload.declare(model, known);
        Model whole = model.build();
        built = Option.some(whole);
        hasOtherTasks = !workload.equals(programs);
        if (!hasOtherTasks) {
            places.forEach(
                    place -> place._2().forEach(step -> whole.actor(place._1()).step(step)));
            places.forEach(place -> whole.actor(place._1()));
        }
        Books kept = books.apply(Books.of(whole));
        whole.actors().forEach(actor -> actor.standing().forEach(fact -> requireKnown(whole, kept, actor, fact)));
        return new Drafted(whole, known, kept, words, allClaims(whole));
    }

    private static void requireKnown(Model model, Books books, Actor actor, Fact fact) {
        if (!(fact instanceof Holds holds)) {
            return;
        }
        if (!books.counted().contains(holds.what())) {
            throw new ModelException("task " + actor + " has a reference of " + holds.what()
                    + " at some place, and no books count it: say so with d.books(...), or leave that has(...) out");
        }
        holds.owner().refusal(model.actors().map(Actor::name)).forEach(why -> {
            throw new ModelException(
                    "task " + actor + " has a reference of " + holds.what() + " as " + holds.owner() + ", and " + why);
        });
    }

    /** A mistake in a program of its own is one of the study: it stands in no text of which a place could be shown. */
    private static void require(String who, pagelife.checker.model.Written program, Operations known) {
        try {
            known.read(program);
        } catch (TextException e) {
            throw new ModelException(who + ", program \"" + program + "\": " + e.getMessage(), e);
        }
    }

    private Vector<Function<Drafted, Property>> allClaims(Model whole) {
        Vector<Function<Drafted, Property>> all = mayDeadlock
                ? claims
                : claims.append(drafted -> NoDeadlock.strict().told(Sentences.stuck()));
        return Timely.concerns(whole) && !mayNeedTimeouts ? all.append(drafted -> Timely.of(whole)) : all;
    }

    /** Somebody asks about a task of the study, and other tasks run. */
    private static final class AbsentTask extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private AbsentTask(String why) {
            super(why, null, false, false);
        }

        static AbsentTask among(Model model, String task) {
            return new AbsentTask("it asks about task " + task + ", which is not among "
                    + model.actors().map(Actor::name).mkString(", ") + ": call one of them " + task
                    + ", or write the claim as text about each task, such as forall t: tasks. !t@STEP");
        }
    }

    /**
     * What is asked as long as the tasks are there that it asks about.
     *
     * @param claim what is asked
     * @param silent the answer where a task is not there
     * @param why what was missing, once something was
     */
    private record Saying<T>(Predicate<T> claim, boolean silent, AtomicReference<String> why)
            implements Predicate<T>, Unasked {
        @Override
        public boolean test(T asked) {
            try {
                return claim.test(asked);
            } catch (AbsentTask e) {
                why.set(e.getMessage());
                return silent;
            }
        }

        @Override
        public Option<String> unasked() {
            return Option.of(why.get());
        }
    }
}
