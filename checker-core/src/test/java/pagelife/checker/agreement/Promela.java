package pagelife.checker.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pagelife.checker.agreement.Blueprint.ActorPlan;
import pagelife.checker.agreement.Blueprint.Answer;
import pagelife.checker.agreement.Blueprint.Ask;
import pagelife.checker.agreement.Blueprint.Choose;
import pagelife.checker.agreement.Blueprint.Code;
import pagelife.checker.agreement.Blueprint.Finish;
import pagelife.checker.agreement.Blueprint.Formula;
import pagelife.checker.agreement.Blueprint.Go;
import pagelife.checker.agreement.Blueprint.Question;
import pagelife.checker.agreement.Blueprint.Read;
import pagelife.checker.agreement.Blueprint.StepPlan;
import pagelife.checker.agreement.Blueprint.Tell;
import pagelife.checker.agreement.Blueprint.Wait;
import pagelife.checker.agreement.Blueprint.Write;

/**
 * A {@link Blueprint} as a program for Spin: a variable for each cell, two for where each actor is, and a process for
 * each actor, with an indivisible alternative for each way through the code of each of its steps. All that an
 * alternative asks and writes is said of the state before it.
 */
final class Promela {
    private static final int FINISHED = 4;
    private static final int LOCALS = 3;

    private final Blueprint blueprint;
    private final Set<String> guards = new LinkedHashSet<>();

    /**
     * A way through the code of a step so far: what it asked, what it wrote, and its register, said of the state
     * before.
     */
    private record Way(List<String> asked, Map<Integer, String> written, String register) {
        Way asking(String question) {
            List<String> more = new ArrayList<>(asked);
            more.add(question);
            return new Way(more, written, register);
        }

        Way writing(int cell, String value) {
            Map<Integer, String> more = new LinkedHashMap<>(written);
            more.put(cell, value);
            return new Way(asked, more, register);
        }

        Way holding(String value) {
            return new Way(asked, written, value);
        }
    }

    Promela(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /**
     * Whether there is such a program. Promela has no steps that fail, one initial state, and nobody who rests where he
     * can go on.
     */
    static boolean isPossible(Blueprint blueprint) {
        return blueprint.starts().isEmpty()
                && blueprint.actors().stream()
                        .flatMap(actor -> actor.steps().stream())
                        .noneMatch(step -> step.code().toString().contains("Fail"));
    }

    /** The program, with a formula of linear time for each of these, by name. */
    String text(Map<String, String> formulas) {
        String actors = IntStream.range(0, blueprint.actors().size())
                .mapToObj(this::process)
                .collect(Collectors.joining());
        return IntStream.range(0, blueprint.cells().size())
                        .mapToObj(i -> "int c" + i + " = "
                                + blueprint.cells().get(i).initial() + ";\nhidden int t" + i + ";\n")
                        .collect(Collectors.joining())
                + IntStream.range(0, blueprint.actors().size())
                        .mapToObj(i -> "int at" + i + " = 0;\nint local" + i + " = 0;\n")
                        .collect(Collectors.joining())
                + "hidden int kept;\n"
                + actors
                + formulas.entrySet().stream()
                        .map(entry -> "ltl " + entry.getKey() + " { " + entry.getValue() + " }\n")
                        .collect(Collectors.joining());
    }

    /** That nobody can go on though somebody who has to has not finished; to be asked for after {@link #text}. */
    String stuck() {
        String possible = String.join(" || ", guards);
        String owing = IntStream.range(0, blueprint.actors().size())
                .filter(i -> !blueprint.actors().get(i).serves())
                .mapToObj(i -> " || at" + i + " != " + FINISHED)
                .collect(Collectors.joining("", "(false", ")"));
        return "(!" + (possible.isEmpty() ? "false" : "(" + possible + ")") + " && " + owing + ")";
    }

    private String process(int actor) {
        ActorPlan plan = blueprint.actors().get(actor);
        StringBuilder text =
                new StringBuilder("active proctype a" + actor + "() {\n  do\n  :: d_step { false -> skip }\n");
        for (StepPlan step : plan.steps()) {
            Way begun = new Way(List.of("at" + actor + " == " + step.place()), Map.of(), "local" + actor);
            ways(actor, step.code(), begun, text);
        }
        return text.append("  od\n}\n").toString();
    }

    private void ways(int actor, Code code, Way way, StringBuilder text) {
        if (code instanceof Read read) {
            String value = way.written().getOrDefault(read.cell(), "c" + read.cell());
            int sides = read.next().size();
            String seen = read.part() ? "(" + value + " % " + sides + ")" : value;
            for (int side = 0; side < sides; side++) {
                Way on = sides == 1 ? way : way.asking("(" + seen + " % " + sides + ") == " + side);
                ways(actor, read.next().get(side), on.holding(seen), text);
            }
        } else if (code instanceof Choose choose) {
            for (int chosen = 0; chosen < choose.alternatives(); chosen++) {
                Code next = choose.next().get(chosen % choose.next().size());
                ways(actor, next, way.holding("" + chosen), text);
            }
        } else if (code instanceof Write write) {
            String value = write.plus() + (write.relative() ? " + " + way.register() : "");
            int domain = blueprint.cells().get(write.cell()).domain();
            ways(actor, write.next(), way.writing(write.cell(), "((" + value + ") % " + domain + ")"), text);
        } else if (code instanceof Tell tell) {
            ways(actor, tell.next(), way, text);
        } else if (!(code instanceof Wait)) {
            alternative(actor, code, way, text);
        }
    }

    private void alternative(int actor, Code end, Way way, StringBuilder text) {
        String guard = String.join(" && ", way.asked());
        guards.add("(" + guard + ")");
        int place = end instanceof Go go ? go.place() : FINISHED;
        String kept = end instanceof Go go && go.keep() ? way.register() + " % " + LOCALS : "0";
        text.append("  :: d_step { ")
                .append(guard)
                .append(" -> kept = ")
                .append(kept)
                .append("; ");
        way.written().forEach((cell, value) -> text.append("t" + cell + " = " + value + "; "));
        way.written().keySet().forEach(cell -> text.append("c" + cell + " = t" + cell + "; "));
        text.append("at" + actor + " = " + place + "; local" + actor + " = kept }\n");
        if (!(end instanceof Go) && !(end instanceof Finish)) {
            throw new IllegalArgumentException(end + " has no counterpart in Promela");
        }
    }

    /** A formula about states as an expression. */
    static String expression(Formula formula) {
        if (formula instanceof Answer answer) {
            return answer.yes() ? "true" : "false";
        }
        Ask ask = (Ask) formula;
        String asked = (ask.question() == Question.CELL ? "c" : "at") + ask.about();
        int sides = ask.next().size();
        String sum = "";
        for (int side = 0; side < sides; side++) {
            String here = "((" + asked + " % " + sides + ") == " + side + " && "
                    + expression(ask.next().get(side)) + ")";
            sum = sum.isEmpty() ? here : sum + " || " + here;
        }
        return "(" + sum + ")";
    }
}
