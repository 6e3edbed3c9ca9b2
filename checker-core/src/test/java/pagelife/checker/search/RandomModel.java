package pagelife.checker.search;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Failure;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.model.StepCode;
import pagelife.checker.model.Transition;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.naive.SmallGraph;

/**
 * Two actors with a few places each and a shared number, and steps drawn at random: what temporal properties of real
 * models are made of, small enough for the oracle.
 *
 * @param rules the steps
 * @param fairness what is owed to the actors
 */
record RandomModel(List<Rule> rules, List<Fairness> fairness) {
    private static final int PLACES = 3;
    private static final int NUMBERS = 2;

    /** What is claimed of the runs of such models, in the words that they have. */
    static final Vector<String> FORMULAS = Vector.of(
            "[](p -> <>!p)",
            "[](q -> <>r)",
            "[]<>p",
            "<>[](p || q)",
            "<>[](p U r)",
            "[]<>(p R (q U r))",
            "<>stuck",
            "[](enabled(b) -> <>taken(b))",
            "[]<>p -> []<>q",
            "q W p",
            "[](p -> X(!p U r))");

    /** How a rule is taken. */
    enum Kind {
        STEP,
        TIMEOUT,
        /** As a step, which fails when it chooses the first number. */
        FAILING
    }

    /** At a place, when the number is as given, goes to a place (or ends) and sets the number to one of some. */
    record Rule(int actor, int place, int number, int toPlace, List<Integer> toNumbers, Kind kind) {}

    /** Where an actor is. */
    record At(int place) implements Control {}

    /** What a test needs of it. */
    record Made(Model model, Vocabulary words) {
        Formula formula(String text) {
            return FormulaParser.parse(text, words).getOrElseThrow(error -> new AssertionError(error.sentence()));
        }

        /** Each state is there twice: the second is the one that a step has failed in, where nothing is possible. */
        SmallGraph graph() {
            List<State> states =
                    new ArrayList<>(new NaiveSearch(model, List.of()).depths().keySet());
            List<SmallGraph.Edge> edges = new ArrayList<>();
            for (State from : states) {
                for (Transition taken : NaiveSearch.from(from)) {
                    int to = states.indexOf(NaiveSearch.after(taken));
                    boolean fails = taken.events().exists(Failure.class::isInstance);
                    edges.add(new SmallGraph.Edge(
                            states.indexOf(from), taken.step().index(), fails ? to + states.size() : to));
                }
            }
            List<Integer> initial = model.initialStates().map(states::indexOf).toJavaList();
            return new SmallGraph(
                    2 * states.size(),
                    initial,
                    edges,
                    (proposition, state) -> proposition.holds().test(states.get(state % states.size())));
        }
    }

    static Arbitrary<RandomModel> any() {
        Arbitrary<Rule> rule = Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, PLACES - 1),
                        Arbitraries.integers().between(0, NUMBERS - 1),
                        Arbitraries.integers().between(0, PLACES),
                        Arbitraries.integers()
                                .between(0, NUMBERS - 1)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        Arbitraries.of(Kind.STEP, Kind.STEP, Kind.STEP, Kind.TIMEOUT, Kind.FAILING))
                .as(Rule::new);
        return Combinators.combine(
                        rule.list().ofMinSize(2).ofMaxSize(8),
                        Arbitraries.of(Fairness.class).list().ofSize(2))
                .as(RandomModel::new);
    }

    Made make() {
        return make(1);
    }

    /** The same beside a clock of so many beats that goes round and round, by one or by a tenth of them. */
    Made make(int beats) {
        ModelBuilder builder = Model.builder("random");
        if (beats > 1) {
            Cell<Integer> beat = builder.cell("beat", Integer.class, 0);
            builder.actor("clock", At.class, new At(0))
                    .fairness(fairness.get(0))
                    .step("tick", "", Source.NONE, At.class, (at, view) -> {
                        int by = view.choose("beats", Vector.of(1, beats / 10));
                        view.write(beat, (view.read(beat) + by) % beats);
                        return at;
                    });
        }
        Cell<Integer> number = builder.cell("number", Integer.class, 0);
        List<Cell<Control>> places = new ArrayList<>();
        for (int actor = 0; actor < 2; actor++) {
            ActorBuilder<At> made = builder.actor("ab".substring(actor, actor + 1), At.class, new At(0));
            made.fairness(fairness.get(actor));
            made.step("idle", "", Source.NONE, At.class, (at, view) -> view.waits());
            places.add(made.control());
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).actor == actor) {
                    step(made, "s" + i, rules.get(i), number);
                }
            }
        }
        Model model = builder.build();
        return new Made(
                model,
                new Vocabulary(
                        model,
                        LinkedHashMap.of(
                                "p", view -> view.read(number) == 1,
                                "q", view -> view.read(places.get(0)).equals(new At(1)),
                                "r", view -> view.read(places.get(1)) instanceof At at && at.place() > 0)));
    }

    private static void step(ActorBuilder<At> actor, String id, Rule rule, Cell<Integer> number) {
        StepCode<At> code = (at, view) -> {
            if (at.place() != rule.place || view.read(number) != rule.number) {
                return view.waits();
            }
            int chosen = view.choose("number", Vector.ofAll(rule.toNumbers));
            view.write(number, chosen);
            if (rule.kind == Kind.FAILING && chosen == rule.toNumbers.get(0)) {
                throw new IllegalStateException("chose " + chosen);
            }
            return rule.toPlace == PLACES ? Control.finished() : new At(rule.toPlace);
        };
        if (rule.kind == Kind.TIMEOUT) {
            actor.timeout(id, "", Source.NONE, At.class, code);
        } else {
            actor.step(id, "", Source.NONE, At.class, code);
        }
    }
}
