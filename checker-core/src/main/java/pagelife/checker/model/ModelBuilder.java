package pagelife.checker.model;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Declares a {@link Model}, cell by cell and actor by actor. Mutable, used once, by one thread.
 *
 * <p>Every mistake that can be seen in a declaration is a {@link ModelException} here, not in the search.
 */
public final class ModelBuilder {
    /** The task that goes through what happens before the model starts. */
    public static final String SETUP = "setup";

    private final String name;
    private final Set<String> names = new LinkedHashSet<>();
    private Vector<Cell<?>> cells = Vector.empty();
    private Vector<Declared> actors = Vector.empty();
    private Vector<Tuple2<String, Program>> earlier = Vector.empty();
    private Vector<UnaryOperator<State>> starts = Vector.empty();
    private final Lazy<Seq<String>> tasks = Lazy.of(() -> actors.map(Declared::name));
    private Vector<Lent<?>> lending = Vector.empty();
    private final Lazy<Seq<Lent<?>>> lent =
            Lazy.of(() -> cells.filter(cell -> Borrowed.class.isAssignableFrom(cell.type()))
                    .<Lent<?>>map(Lent::itself)
                    .appendAll(lending));

    ModelBuilder(String name) {
        this.name = name;
    }

    /** Declares a shared cell. */
    public <T> Cell<T> cell(String cellName, Class<? super T> type, T initial) {
        return declare(cellName, type, initial, Option.none());
    }

    /**
     * Declares a shared cell whose values are all of one class, that of its first: a number, a text, an enum, a record.
     */
    @SuppressWarnings("unchecked") // the class of a T that is no subclass of another, enum constants with a body apart
    public <T> Cell<T> cell(String cellName, T initial) {
        Values.requireImmutable(cellName, initial);
        Class<?> type = initial instanceof Enum<?> constant ? constant.getDeclaringClass() : initial.getClass();
        return cell(cellName, (Class<? super T>) type, initial);
    }

    /** Declares a family of shared cells {@code familyName(key)}, one for each key; {@code family.of(key)} is one. */
    public <K, T> CellFamily<K, T> cells(
            String familyName, Iterable<K> keys, Class<? super T> type, Function<K, T> initial) {
        LinkedHashMap<K, Cell<T>> family = LinkedHashMap.empty();
        for (K key : keys) {
            Cell<T> cell = declare(familyName, Option.some(key), type, initial.apply(key), Option.none());
            family = family.put(Tuple.of(key, cell));
        }
        return new CellFamily<>(familyName, family);
    }

    /**
     * What a cell holds is something {@link Borrowed}, though its value does not say so itself.
     *
     * @param borrowed what to ask, a pure function of the value
     */
    public <T> Cell<T> lends(Cell<T> cell, Function<? super T, ? extends Borrowed> borrowed) {
        lending = lending.append(new Lent<>(cell, borrowed));
        return cell;
    }

    /** Declares a CPU that nobody keeps. */
    public Cpu cpu(String cpuName) {
        return new Cpu(cpuName, declare("cpu", Option.some(cpuName), Cpu.Use.class, Cpu.Use.FREE, Option.none()));
    }

    /** Declares a shared cell with an object that may be freed: a step that uses it then fails, see {@link Life}. */
    public <T> Cell<Life<T>> object(String objectName, T initial) {
        return cell(objectName, Life.class, new Life.Live<>(initial));
    }

    /** Declares a shared cell for an object that is still to be allocated. */
    public <T> Cell<Life<T>> object(String objectName) {
        return cell(objectName, Life.class, new Life.Freed<>());
    }

    /**
     * Declares an actor whose places are classes of one's own, and whose steps say where it goes: what tasks and their
     * scripts stand on. Protocols are written with {@link #task(String)}; this is for models that are made by programs.
     *
     * @param family the sealed family of its controls
     * @param initial where it starts
     */
    public <C extends Control> ActorBuilder<C> actor(String actorName, Class<C> family, C initial) {
        claim("actor", actorName);
        Cell<Control> control = declare("at(" + actorName + ")", Control.class, initial, Option.some(actorName));
        ActorBuilder<C> actor = new ActorBuilder<>(this, actorName, family, control, actors.size());
        actors = actors.append(actor);
        return actor;
    }

    /** Declares a task that goes through one script, whose steps are still to be declared. */
    public Script task(String taskName) {
        Script script = new Script();
        task(taskName, task -> script);
        return script;
    }

    /** Declares a task that goes through one script; {@code made} may give it cells of its own. */
    public ModelBuilder task(String taskName, Function<Task, Script> made) {
        return declare(new Task(this, taskName), task -> new Route(task, made.apply(task)));
    }

    /** Declares a task that runs a program. */
    public ModelBuilder task(String taskName, Program program) {
        Seq<Program> before =
                earlier.filter(piece -> piece._1().equals(taskName)).map(Tuple2::_2);
        declare(new Task(this, taskName), task -> new Route(task, before.append(program)));
        return this;
    }

    /** Declares what happens before the model starts, by a task of its own that has nothing else to do. */
    public ModelBuilder before(Program program) {
        return before(SETUP, program);
    }

    /**
     * Declares what happens before the model starts: the task runs the program by itself to its end, and where it ends
     * the model starts, or the next program that was declared so is run. A choice in it gives an initial state for each
     * alternative. What the task keeps in its own cells it has when it starts. To be declared before the task itself.
     */
    public ModelBuilder before(String taskName, Program program) {
        if (names.contains("actor " + taskName)) {
            throw new ModelException("what task " + taskName + " does before model " + name
                    + " starts is declared after the task: declare it before");
        }
        earlier = earlier.append(Tuple.of(taskName, program));
        return this;
    }

    private ModelBuilder declare(Task task, Function<Task, Route> made) {
        claim("actor", task.name());
        Cell<Control> control =
                declare("at(" + task.name() + ")", Control.class, Control.finished(), Option.some(task.name()));
        actors = actors.append(new TaskBuilder(task.name(), control, actors.size(), made.apply(task)));
        return this;
    }

    /**
     * Adds an initial state: the first one with the changes that {@code change} makes. Without a call the model starts
     * in the one state of the cells' initial values; with calls, in exactly the states they name.
     */
    public ModelBuilder startsIn(UnaryOperator<State> change) {
        starts = starts.append(change);
        return this;
    }

    /** The model. At least one actor; every control of every actor's family has a step that leaves it. */
    public Model build() {
        earlier.map(Tuple2::_1)
                .distinct()
                .filter(task -> !names.contains("actor " + task))
                .forEach(this::declareIdle);
        if (actors.isEmpty()) {
            throw new ModelException("model " + name + " has no actor: nothing can happen; declare one");
        }
        actors.forEach(Declared::check);
        return new Model(this);
    }

    <T> Cell<T> declare(String cellName, Class<? super T> type, T initial, Option<String> owner) {
        return declare(cellName, Option.none(), type, initial, owner);
    }

    <T> Cell<T> declare(String family, Option<Object> key, Class<? super T> type, T initial, Option<String> owner) {
        String cellName = key.map(one -> family + "(" + one + ")").getOrElse(family);
        claim("cell", cellName);
        Values.requireImmutable(cellName, initial);
        Cell<T> cell = new Cell<>(cellName, type, initial, owner, family, key, cells.size());
        cells = cells.append(cell);
        return cell;
    }

    private void claim(String kind, String claimed) {
        if (claimed.isBlank() || claimed.chars().anyMatch(Character::isISOControl)) {
            throw new ModelException(kind + " \"" + claimed.replaceAll("\\p{Cntrl}", "?") + "\" of model " + name
                    + " has a name that cannot be read: give it a word for a name");
        }
        if (!names.add(kind + " " + claimed)) {
            throw new ModelException(kind + " " + claimed + " is declared twice in model " + name
                    + ": names must be unique; rename one");
        }
    }

    String name() {
        return name;
    }

    Seq<Cell<?>> cells() {
        return cells;
    }

    /** The names of the actors; to be asked once all are declared. */
    Seq<String> tasks() {
        return tasks.get();
    }

    /** The cells that hold something {@link Borrowed}; to be asked once all are declared. */
    Seq<Lent<?>> lent() {
        return lent.get();
    }

    Seq<Declared> actors() {
        return actors;
    }

    /** A task that does something before the model starts, and nothing then. */
    private void declareIdle(String taskName) {
        if (!taskName.equals(SETUP)) {
            throw new ModelException("task " + taskName + " does something before model " + name
                    + " starts, and is no task of it: declare it, or leave the task out");
        }
        task(taskName, new Program.Sequence(Vector.empty()));
    }

    /** A program that a task runs before the model starts, the one of this number among those of the task. */
    record Before(TaskBuilder task, int number) {
        Option<Control> begin(StepView view) {
            return task.begin(number, view);
        }
    }

    /** What happens before the model starts, in this order. */
    Seq<Before> setup() {
        return earlier.zipWithIndex()
                .map(piece -> new Before(
                        (TaskBuilder) actors.find(
                                        actor -> actor.name().equals(piece._1()._1()))
                                .get(),
                        earlier.take(piece._2())
                                .count(other -> other._1().equals(piece._1()._1()))));
    }

    Seq<State> initialStates(State first) {
        return starts.isEmpty()
                ? Vector.of(first)
                : starts.map(start -> start.apply(first)).distinct();
    }
}
