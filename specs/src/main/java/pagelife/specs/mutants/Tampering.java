package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Nothing;
import pagelife.checker.model.Rewriting;
import pagelife.checker.model.Rewriting.Half;
import pagelife.checker.model.StepCode;
import pagelife.checker.model.StepView;

/** Puts a mistake into the step of a model that is being declared. Used for one model. */
final class Tampering implements Rewriting.Rewriter {
    private final Mutant mutant;
    private final Function<String, String> operations;
    private final Map<String, StepCode<Control>> original = new HashMap<>();

    /** @param operations the name of the operation of a call, as {@link Mutant#operation} has it */
    Tampering(Mutant mutant, Function<String, String> operations) {
        this.mutant = mutant;
        this.operations = operations;
    }

    @Override
    public StepCode<Control> rewrite(String actor, String call, String step, StepCode<Control> code) {
        original.put(actor + " " + call + " " + step, code);
        String operation = call.isEmpty() ? operations.apply(actor) : operations.apply(call);
        boolean meant = operation.equals(mutant.operation()) && step.equals(mutant.step());
        return switch (mutant.kind()) {
            case DROP_WRITE -> meant ? viewed(code, view -> new Dropping(view, mutant.target())) : code;
            case ONE_MORE -> meant ? viewed(code, view -> new Miscounting(view, mutant.target(), 1)) : code;
            case ONE_LESS -> meant ? viewed(code, view -> new Miscounting(view, mutant.target(), -1)) : code;
            case TAKE_ONE -> meant ? viewed(code, view -> new TakingOne(view, mutant.target())) : code;
            case OPEN_GUARD -> meant ? viewed(code, Passing::new) : code;
            case SPLIT -> meant ? split(code) : unlessHalf(code);
            case SWAP -> swapped(actor + " " + call + " ", operation, step, code);
        };
    }

    private static StepCode<Control> viewed(StepCode<Control> code, Function<StepView, StepView> tampered) {
        return (at, view) -> code.take(at, tampered.apply(view));
    }

    /** Others at the place of a step that was begun cannot be taken. */
    private static StepCode<Control> unlessHalf(StepCode<Control> code) {
        return (at, view) -> Rewriting.half(at).isDefined() ? view.waits() : code.take(at, view);
    }

    private static At carrying(At at, Object carried) {
        return new At(at.call(), at.operation(), at.place(), carried);
    }

    private static StepCode<Control> split(StepCode<Control> code) {
        return (control, view) -> {
            At at = (At) control;
            Option<Half> begun = Rewriting.half(at);
            if (begun.isDefined()) {
                return code.take(
                        carrying(at, at.carried()),
                        new Replaying(view, begun.get().seen()));
            }
            Cutting cutting = new Cutting(view);
            try {
                return code.take(at, cutting);
            } catch (Cut cut) {
                return carrying(at, new Half(at.carried(), cutting.seen));
            }
        };
    }

    /**
     * Two steps one after the other, whose places carry nothing, and a third place that carries nothing: at the first
     * place the second step is taken, and at the second the first. Where one does not go on, it goes where it goes.
     */
    private StepCode<Control> swapped(String task, String operation, String step, StepCode<Control> code) {
        if (operation.equals(mutant.operation()) && step.equals(mutant.step())) {
            return (at, view) -> instead((At) at, view, task, mutant.target(), mutant.then(), mutant.target());
        }
        return operation.equals(mutant.operation()) && step.equals(mutant.target())
                ? (at, view) -> instead((At) at, view, task, mutant.step(), mutant.target(), mutant.then())
                : code;
    }

    /** Takes the step {@code taken} here; where that would go on to {@code usual}, it goes on to {@code now}. */
    private Control instead(At at, StepView view, String task, String taken, String usual, String now) {
        Control next = original.get(task + taken).take(place(at, taken), view);
        return next instanceof At to && to.call() == at.call() && to.place().equals(usual) ? place(at, now) : next;
    }

    private static At place(At at, String name) {
        return new At(at.call(), at.operation(), name, Nothing.NOTHING);
    }

    /** How a step is left at its first write. */
    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Cut HERE = new Cut();

        private Cut() {
            super("cut at the first write", null, false, false);
        }
    }

    /** A view through another one. */
    private abstract static class Through implements StepView {
        final StepView view;

        Through(StepView view) {
            this.view = view;
        }

        @Override
        public <T> T read(Cell<T> cell) {
            return view.read(cell);
        }

        @Override
        public <T> boolean finds(Cell<T> cell, Predicate<? super T> wrong) {
            return view.finds(cell, wrong);
        }

        @Override
        public <T> void write(Cell<T> cell, T value) {
            view.write(cell, value);
        }

        @Override
        public <T> T choose(String what, Seq<T> alternatives) {
            return view.choose(what, alternatives);
        }

        @Override
        public void tell(Event event) {
            view.tell(event);
        }

        @Override
        public void saw(String text, Object... values) {
            view.saw(text, values);
        }
    }

    private static final class Dropping extends Through {
        private final String family;

        Dropping(StepView view, String family) {
            super(view);
            this.family = family;
        }

        @Override
        public <T> void write(Cell<T> cell, T value) {
            if (!cell.family().equals(family)) {
                view.write(cell, value);
            }
        }
    }

    private static final class Miscounting extends Through {
        private final String family;
        private final int by;

        Miscounting(StepView view, String family, int by) {
            super(view);
            this.family = family;
            this.by = by;
        }

        @Override
        @SuppressWarnings("unchecked") // of the class of the value
        public <T> void write(Cell<T> cell, T value) {
            boolean meant = cell.family().equals(family);
            view.write(cell, meant ? (T) Rebuilt.off(view.read(cell), value, by).getOrElse(value) : value);
        }
    }

    private static final class TakingOne extends Through {
        private final String family;

        TakingOne(StepView view, String family) {
            super(view);
            this.family = family;
        }

        @Override
        @SuppressWarnings("unchecked") // of the class of the value
        public <T> void write(Cell<T> cell, T value) {
            boolean meant = cell.family().equals(family);
            view.write(
                    cell, meant ? (T) Rebuilt.withoutOne(view.read(cell), value).getOrElse(value) : value);
        }
    }

    private static final class Passing extends Through {
        Passing(StepView view) {
            super(view);
        }

        @Override
        public boolean passes(boolean condition) {
            return true;
        }
    }

    /** Remembers what a step sees, and leaves it at its first write. */
    private static final class Cutting extends Through {
        private Vector<Object> seen = Vector.empty();

        Cutting(StepView view) {
            super(view);
        }

        @Override
        public <T> T read(Cell<T> cell) {
            T value = view.read(cell);
            seen = seen.append(value);
            return value;
        }

        @Override
        public <T> T choose(String what, Seq<T> alternatives) {
            T chosen = view.choose(what, alternatives);
            seen = seen.append(chosen);
            return chosen;
        }

        @Override
        public <T> void write(Cell<T> cell, T value) {
            throw Cut.HERE;
        }

        @Override
        public void tell(Event event) {
            // told by the second half
        }
    }

    /** Sees again what the first half has seen, then the state as it has become. */
    private static final class Replaying extends Through {
        private Seq<Object> left;

        Replaying(StepView view, Seq<Object> seen) {
            super(view);
            this.left = seen;
        }

        @Override
        @SuppressWarnings("unchecked") // the code is pure: it reads the same cells again
        public <T> T read(Cell<T> cell) {
            return left.isEmpty() ? view.read(cell) : (T) next();
        }

        @Override
        @SuppressWarnings("unchecked") // and chooses among the same alternatives
        public <T> T choose(String what, Seq<T> alternatives) {
            return left.isEmpty() ? view.choose(what, alternatives) : (T) next();
        }

        private Object next() {
            Object first = left.head();
            left = left.tail();
            return first;
        }
    }
}
