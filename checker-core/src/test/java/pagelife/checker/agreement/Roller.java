package pagelife.checker.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pagelife.checker.agreement.Blueprint.ActorPlan;
import pagelife.checker.agreement.Blueprint.Answer;
import pagelife.checker.agreement.Blueprint.Ask;
import pagelife.checker.agreement.Blueprint.CellPlan;
import pagelife.checker.agreement.Blueprint.Choose;
import pagelife.checker.agreement.Blueprint.ClaimPlan;
import pagelife.checker.agreement.Blueprint.Code;
import pagelife.checker.agreement.Blueprint.Finish;
import pagelife.checker.agreement.Blueprint.Formula;
import pagelife.checker.agreement.Blueprint.Go;
import pagelife.checker.agreement.Blueprint.Kind;
import pagelife.checker.agreement.Blueprint.Question;
import pagelife.checker.agreement.Blueprint.Read;
import pagelife.checker.agreement.Blueprint.StepPlan;
import pagelife.checker.agreement.Blueprint.Tell;
import pagelife.checker.agreement.Blueprint.Wait;
import pagelife.checker.agreement.Blueprint.Write;

/** Rolls a {@link Blueprint} of a small model: at most {@link #MOST_STATES} states, a few dozen as a rule. */
final class Roller {
    /** Above this product of all domains and places, cells lose values. */
    private static final long MOST_STATES = 20_000;

    private static final int[] DOMAINS = {2, 2, 3, 4, 9, 40};
    private static final int[] PADDINGS = {0, 0, 20, 70, 150};

    private final Dice dice;
    private final List<CellPlan> cells = new ArrayList<>();
    private final int[] places;

    private Roller(Dice dice) {
        this.dice = dice;
        this.places = IntStream.range(0, 1 + dice.roll(3))
                .map(actor -> 1 + dice.roll(4))
                .toArray();
    }

    static Blueprint roll(Dice dice) {
        return new Roller(dice).blueprint();
    }

    private Blueprint blueprint() {
        rollCells();
        List<ActorPlan> actors =
                IntStream.range(0, places.length).mapToObj(this::actor).toList();
        List<List<Integer>> starts = some(
                dice.among(0, 0, 0, 1, 2),
                () -> cells.stream().map(cell -> dice.roll(cell.domain())).toList());
        List<ClaimPlan> claims = some(1 + dice.roll(5), this::claim);
        return new Blueprint(List.copyOf(cells), actors, starts, claims, dice.among(PADDINGS));
    }

    private <T> List<T> some(int count, Supplier<T> one) {
        return IntStream.range(0, count).mapToObj(i -> one.get()).toList();
    }

    private void rollCells() {
        long product = 1;
        for (int place : places) {
            product *= place + 1L;
        }
        for (int count = 1 + dice.roll(4); count > 0; count--) {
            int domain = dice.among(DOMAINS);
            if (product * domain > MOST_STATES) {
                domain = 2;
            }
            product *= domain;
            int owner = dice.chance(30) ? dice.roll(places.length) : -1;
            cells.add(new CellPlan(domain, owner, dice.roll(domain)));
        }
    }

    private ActorPlan actor(int index) {
        List<StepPlan> steps =
                some(places[index] + dice.roll(3), () -> new StepPlan(dice.roll(places[index]), code(index, 5, false)));
        return new ActorPlan(places[index], steps);
    }

    private Code code(int actor, int fuel, boolean written) {
        int kind = fuel == 0 ? 0 : dice.roll(12);
        return switch (kind) {
            case 0 -> ending(actor, written);
            case 1 -> new Tell(dice.roll(3), code(actor, fuel - 1, written));
            case 2 -> choice(actor, fuel, written);
            case 3, 4, 5, 6, 7 -> {
                int cell = open(actor);
                int branches = Math.min(cells.get(cell).domain(), 1 + dice.roll(3));
                yield new Read(cell, some(branches, () -> code(actor, fuel - 1, written)));
            }
            default -> {
                int cell = open(actor);
                int plus = dice.roll(cells.get(cell).domain());
                yield new Write(cell, plus, dice.chance(50), code(actor, fuel - 1, true));
            }
        };
    }

    private Code choice(int actor, int fuel, boolean written) {
        int alternatives = 1 + dice.roll(3);
        int branches = 1 + dice.roll(alternatives);
        return new Choose(alternatives, some(branches, () -> code(actor, fuel - 1, written)));
    }

    private Code ending(int actor, boolean written) {
        int kind = dice.roll(10);
        if (kind == 9) {
            return new Finish();
        }
        return kind > 5 && !written ? new Wait() : new Go(dice.roll(places[actor]), dice.chance(20));
    }

    /** A cell that the actor may touch. */
    private int open(int actor) {
        int[] open = IntStream.range(0, cells.size())
                .filter(cell -> cells.get(cell).owner() == -1 || cells.get(cell).owner() == actor)
                .toArray();
        return open.length == 0 ? share() : dice.among(open);
    }

    /** Makes the first cell everybody's, so that no actor is without any. */
    private int share() {
        cells.set(0, new CellPlan(cells.get(0).domain(), -1, cells.get(0).initial()));
        return 0;
    }

    private ClaimPlan claim() {
        Kind kind = Kind.values()[dice.roll(Kind.values().length)];
        // Mostly true, so that counterexamples are deep; a sometimes mostly false.
        int truth = kind == Kind.SOMETIMES ? 15 : kind == Kind.NO_DEADLOCK ? 30 : 85;
        return new ClaimPlan(kind, formula(kind == Kind.STEP, 3, truth), formula(false, 2, 20));
    }

    private Formula formula(boolean step, int fuel, int truth) {
        if (fuel == 0 || dice.chance(20)) {
            return new Answer(dice.chance(truth));
        }
        Question question = Question.values()[dice.roll(step ? Question.values().length : Question.AFTER.ordinal())];
        int about = switch (question) {
            case CELL, AFTER, HAS_READ, WROTE -> dice.roll(cells.size());
            case PLACE, PLACE_AFTER, ACTOR -> dice.roll(places.length);
            case EVENTS -> dice.roll(3);
        };
        return new Ask(question, about, some(2 + dice.roll(3), () -> formula(step, fuel - 1, truth)));
    }
}
