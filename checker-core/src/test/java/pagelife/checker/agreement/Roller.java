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
import pagelife.checker.agreement.Blueprint.Fail;
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
        this.places = IntStream.range(0, dice.among(1, 2, 2, 3, 3))
                .map(actor -> dice.among(1, 2, 3, 4, 3, 2))
                .toArray();
    }

    static Blueprint roll(Dice dice) {
        return new Roller(dice).blueprint();
    }

    private Blueprint blueprint() {
        rollCells();
        int padding = dice.among(PADDINGS);
        List<ClaimPlan> claims = some(1 + dice.roll(5), this::claim);
        List<List<Integer>> starts = some(
                dice.among(0, 0, 0, 1, 2),
                () -> cells.stream().map(cell -> dice.roll(cell.domain())).toList());
        List<ActorPlan> actors =
                IntStream.range(0, places.length).mapToObj(this::actor).toList();
        return new Blueprint(List.copyOf(cells), actors, starts, claims, padding);
    }

    private <T> List<T> some(int count, Supplier<T> one) {
        return IntStream.range(0, count).mapToObj(i -> one.get()).toList();
    }

    private void rollCells() {
        long product = 1;
        for (int place : places) {
            product *= place + 1L;
        }
        for (int count = dice.among(1, 2, 3, 3, 4); count > 0; count--) {
            int domain = dice.among(DOMAINS);
            if (product * domain > MOST_STATES) {
                domain = 2;
            }
            product *= domain;
            int owner = dice.chance(30) ? dice.roll(places.length) : -1;
            cells.add(new CellPlan(domain, owner, dice.roll(domain)));
        }
    }

    /** An actor with a step from each place, and perhaps some more. */
    private ActorPlan actor(int index) {
        List<StepPlan> steps = IntStream.range(0, places[index] + dice.roll(3))
                .mapToObj(step -> new StepPlan(step % places[index], code(index, 4, false)))
                .toList();
        return new ActorPlan(places[index], dice.chance(20), steps);
    }

    private Code code(int actor, int fuel, boolean written) {
        int kind = fuel == 0 ? 0 : dice.roll(14);
        return switch (kind) {
            case 0, 1 -> ending(actor, written);
            case 2 -> new Tell(dice.roll(3), code(actor, fuel - 1, written));
            case 3 -> choice(actor, fuel, written);
            case 4, 5, 6, 7, 8 -> {
                int cell = open(actor);
                int branches = Math.min(cells.get(cell).domain(), 1 + dice.roll(3));
                yield new Read(cell, dice.chance(40), some(branches, () -> code(actor, fuel - 1, written)));
            }
            default -> {
                int cell = open(actor);
                int plus = dice.roll(cells.get(cell).domain());
                yield new Write(cell, plus, dice.chance(60), code(actor, fuel - 1, true));
            }
        };
    }

    private Code choice(int actor, int fuel, boolean written) {
        int alternatives = 1 + dice.roll(3);
        int branches = 1 + dice.roll(alternatives);
        return new Choose(alternatives, some(branches, () -> code(actor, fuel - 1, written)));
    }

    private Code ending(int actor, boolean written) {
        int kind = dice.roll(20);
        if (kind == 19) {
            return dice.chance(30) ? new Fail() : new Finish();
        }
        return kind > 13 && !written ? new Wait() : new Go(dice.roll(places[actor]), dice.chance(20));
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
        boolean usual = kind != Kind.SOMETIMES && kind != Kind.NO_DEADLOCK;
        return new ClaimPlan(kind, formula(kind == Kind.STEP, usual), formula(false, false));
    }

    /** A formula that is {@code usual}, but for some states: those where up to three questions have one answer each. */
    private Formula formula(boolean step, boolean usual) {
        Formula formula = new Answer(!usual);
        for (int depth = dice.among(1, 2, 2, 3, 3); depth > 0; depth--) {
            Formula deeper = formula;
            int sides = 2 + dice.roll(2);
            int lucky = dice.roll(sides);
            Question question = question(step);
            List<Formula> next = IntStream.range(0, sides)
                    .mapToObj(side -> side == lucky ? deeper : new Answer(usual != dice.chance(3)))
                    .toList();
            formula = new Ask(question, about(question), dice.chance(40), next);
        }
        return formula;
    }

    private Question question(boolean step) {
        return Question.values()[dice.roll(step ? Question.values().length : Question.AFTER.ordinal())];
    }

    private int about(Question question) {
        return switch (question) {
            case CELL, AFTER, HAS_READ, WROTE -> dice.roll(cells.size());
            case PLACE, PLACE_AFTER, ACTOR -> dice.roll(places.length);
            case EVENTS -> dice.roll(3);
        };
    }
}
