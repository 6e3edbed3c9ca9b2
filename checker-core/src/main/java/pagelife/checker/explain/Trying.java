package pagelife.checker.explain;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.property.Decisive;
import pagelife.checker.result.Trace;

/**
 * Asks a question again and again, with other values of some of the cells that it reads: all that a {@link Sample} has
 * for them, in every combination that makes a difference. What is asked of a part of a value is tried once for each
 * answer, whatever the rest of the value is.
 */
final class Trying {
    private final Question question;
    private final Trace trace;
    private final Sample sample;
    private int left;

    /**
     * @param attempts how often the question may be asked in all
     */
    Trying(Question question, Trace trace, Sample sample, int attempts) {
        this.question = question;
        this.trace = trace;
        this.sample = sample;
        this.left = attempts;
    }

    /** No more may be tried: the answer is not known. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("too many combinations to try them all", null, false, false);
        }
    }

    /** What the question reads of the trace itself, in order of first read. */
    Seq<Decisive> reads() {
        Attempt attempt = new Attempt(Option.none(), List.of());
        if (!question.isSo(attempt)) {
            throw new IllegalStateException("the trace does not show what it should");
        }
        return attempt.open.keySet().toVector();
    }

    /**
     * Values of cells other than {@code fixed} with which the answer is no longer yes; empty if it is yes with all that
     * were tried. Only those that differ from the trace's are told.
     */
    Option<Map<Decisive, Object>> refute(Set<Decisive> fixed) throws Exhausted {
        Option<List<Integer>> choices = Option.some(List.of());
        while (choices.isDefined()) {
            Attempt attempt = new Attempt(Option.some(fixed), choices.get());
            if (!isSo(attempt)) {
                return Option.some(attempt.differing());
            }
            choices = attempt.next();
        }
        return Option.none();
    }

    /**
     * The fewest of these values that still make the answer no, as far as leaving one out after the other finds them.
     */
    Map<Decisive, Object> shrink(Map<Decisive, Object> values) throws Exhausted {
        Map<Decisive, Object> needed = values;
        for (Decisive one : values.keySet().toVector().reverse()) {
            Map<Decisive, Object> fewer = needed.remove(one);
            if (!fewer.isEmpty() && !isSo(new Given(fewer))) {
                needed = fewer;
            }
        }
        return needed;
    }

    /** A claim that has no answer for values that no state has together does not speak against anything. */
    private boolean isSo(Question.Values values) throws Exhausted {
        if (left-- <= 0) {
            throw new Exhausted();
        }
        try {
            return question.isSo(values);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private <T> T actual(Cell<T> cell, int moment) {
        return trace.before(moment).read(cell);
    }

    /** Some values, and those of the trace for the rest. */
    private final class Given implements Question.Values {
        private final Map<Decisive, Object> values;

        Given(Map<Decisive, Object> values) {
            this.values = values;
        }

        @Override
        @SuppressWarnings("unchecked") // values of the cell
        public <T, R> R read(Cell<T> cell, int moment, Function<? super T, ? extends R> part) {
            return part.apply((T) values.getOrElse(new Decisive(cell, moment), actual(cell, moment)));
        }
    }

    /** One way to choose among the values of the cells that are not fixed. */
    private final class Attempt implements Question.Values {
        private final Option<Set<Decisive>> fixed;
        private final List<Integer> chosen;
        private final List<Integer> alternatives = new ArrayList<>();
        private Map<Decisive, Seq<Object>> open = LinkedHashMap.empty();

        /**
         * @param fixed the cells whose values stay; all, if empty
         * @param chosen the first choices, the others being the first of their alternatives
         */
        Attempt(Option<Set<Decisive>> fixed, List<Integer> chosen) {
            this.fixed = fixed;
            this.chosen = chosen;
        }

        @Override
        @SuppressWarnings("unchecked") // values of the cell
        public <T, R> R read(Cell<T> cell, int moment, Function<? super T, ? extends R> part) {
            Decisive what = new Decisive(cell, moment);
            if (fixed.forAll(cells -> cells.contains(what))) {
                open = open.put(what, Vector.of(actual(cell, moment)));
                return part.apply(actual(cell, moment));
            }
            Seq<Object> candidates = open.get(what).getOrElse(() -> (Seq<Object>) sample.values(cell));
            Map<Object, ? extends Seq<Object>> byAnswer = LinkedHashMap.ofEntries(
                    candidates.groupBy(value -> (Object) part.apply((T) value)).toVector());
            Tuple2<Object, ? extends Seq<Object>> taken =
                    byAnswer.size() == 1 ? byAnswer.head() : byAnswer.toVector().get(choose(byAnswer.size()));
            open = open.put(what, taken._2());
            return (R) taken._1();
        }

        private int choose(int among) {
            int position = alternatives.size();
            alternatives.add(among);
            return position < chosen.size() ? chosen.get(position) : 0;
        }

        /** The choices after these; empty if these are the last. */
        Option<List<Integer>> next() {
            for (int last = alternatives.size() - 1; last >= 0; last--) {
                int now = last < chosen.size() ? chosen.get(last) : 0;
                if (now + 1 < alternatives.get(last)) {
                    List<Integer> following = new ArrayList<>();
                    for (int i = 0; i < last; i++) {
                        following.add(i < chosen.size() ? chosen.get(i) : 0);
                    }
                    following.add(now + 1);
                    return Option.some(following);
                }
            }
            return Option.none();
        }

        Map<Decisive, Object> differing() {
            return open.filter((what, candidates) -> !candidates.contains(actual(what.cell(), what.moment())))
                    .mapValues(Seq::head);
        }
    }
}
