package pagelife.specs.bench;

import static pagelife.checker.ltl.Formulas.all;
import static pagelife.checker.ltl.Formulas.any;
import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Actor;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.Temporal;
import pagelife.models.bench.Philosophers;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.Sentences;

/** What we expect of the benchmark {@link Philosophers}. */
public final class PhilosophersSpecs {
    private static final String TURNS = "P-S1 NeighboursTakeTurns";
    private static final String EATS = "P-L1 HungryEats";
    private static final String DEADLOCK = NoDeadlock.strict().name();
    private static final String COUNTED = "3^n - 1 states, 2n 3^(n-1) - n transitions";

    private PhilosophersSpecs() {}

    /** The table. */
    public static TabledSpecs<Philosophers> table() {
        return TabledSpecs.of(Philosophers.family(), PhilosophersSpecs::claims)
                .withRuns(PhilosophersSpecs::runs)
                .and(row("small")
                        .size(6_560, 34_984)
                        .violated(DEADLOCK, 8)
                        .cites(COUNTED)
                        .why("everybody holds the left fork"))
                .and(row("small")
                        .label("three")
                        .bounds("seats=3")
                        .size(26, 51)
                        .violated(DEADLOCK, 3)
                        .violated(EATS, 5)
                        .cites(COUNTED)
                        .why("a neighbour may take the fork again each time, and never leaves it alone for good"))
                .and(row("small")
                        .label("three-strong")
                        .bounds("seats=3")
                        .fairness("strong")
                        .size(26, 51)
                        .violated(DEADLOCK, 3)
                        .violated(EATS, 3)
                        .cites(COUNTED)
                        .why("no fairness helps where nobody can move"))
                .and(row("small")
                        .label("three-blind")
                        .rules("looks=off")
                        .bounds("seats=3")
                        .violated(TURNS, 4)
                        .cites("a mutant")
                        .why("a philosopher who does not look takes a fork out of another's hand"));
    }

    /** All seats are alike, so that claims speak of the first ones: what reads few cells is cheap to check. */
    private static Seq<Property> claims(Philosophers protocol) {
        Actor first = protocol.table().head();
        Actor neighbour = protocol.table().get(1);
        Actor last = protocol.table().last();
        Vector<Property> claims = Vector.of(
                Invariant.always(
                                TURNS,
                                "the first two do not eat at once",
                                view -> !(Philosophers.eats(view, first) && Philosophers.eats(view, neighbour)))
                        .told(run -> eats(run, first).and(eats(run, neighbour))),
                NoDeadlock.strict().told(Sentences.stuck()),
                new Sometimes("P-W1 Eats", "the last one eats", view -> Philosophers.eats(view, last)));
        return protocol.table().size() < 4
                ? claims
                : claims.append(new Sometimes(
                        "P-W2 EatAtOnce",
                        "the first and the third eat at once",
                        view -> Philosophers.eats(view, first)
                                && Philosophers.eats(view, protocol.table().get(2))));
    }

    private static Clause eats(Counterexample run, Actor philosopher) {
        return Clause.of(run, run.length(), philosopher + " eats", view -> Philosophers.eats(view, philosopher));
    }

    private static Seq<Property> runs(Philosophers protocol) {
        Seq<Formula> hungry = protocol.table()
                .map(philosopher ->
                        holds(philosopher + " is hungry", view -> Philosophers.isHungry(view, philosopher)));
        Seq<Formula> eats = protocol.table()
                .map(philosopher -> holds(philosopher + " eats", view -> Philosophers.eats(view, philosopher)));
        return Vector.of(Temporal.of(
                        EATS,
                        "a philosopher who has the left fork eventually eats",
                        all(hungry.zip(eats).map(pair -> pair._1().leadsTo(pair._2()))))
                .given(any(hungry))
                .told(Sentences.neverComes(hungry.zip(eats).map(pair -> new Sentences.Pair(pair._1(), pair._2())))));
    }
}
