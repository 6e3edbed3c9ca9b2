package pagelife.reports.outcome;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.ModelException;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.search.Storage;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.specs.Inquiry;

/**
 * The same question within smaller bounds, asked before it is asked within raised ones: as the subject has them, then
 * each raised bound one higher by itself, then all of them one higher, two, and so on, as long as that is small. What is
 * broken there is broken by fewer tasks; and from how the spaces grow follows how large the one to come is. From one
 * value of a bound to the next a space grows as from the one before, and two bounds multiply.
 *
 * @param rungs what came out, in that order
 * @param states how many states are to come; empty where that does not follow
 */
public record RunUp(Seq<Rung> rungs, Option<Double> states) {
    /** Nothing was asked before. */
    public static final RunUp NONE = new RunUp(Vector.empty(), Option.none());

    /** A space of more is not small. */
    static final long MOST_STATES = 200_000;

    /** All of them together take no more than a second or so. */
    private static final long MOST_IN_ALL = 400_000;

    /** Of the time that a check may take, the run-up has one part in so many. */
    private static final long SHARE = 5;

    /**
     * One of them, seen whole.
     *
     * @param question what was asked
     * @param result what was found
     * @param nanos how long it took
     */
    public record Rung(Question question, Result result, long nanos) {
        /** The claims that are broken, the shortest run first. */
        public Seq<Finding> broken() {
            return result.findings()
                    .filter(finding -> finding.verdict() == Verdict.VIOLATED)
                    .sortBy(finding -> finding.trace().get().length());
        }

        /** The distinct states. */
        public long states() {
            return result.counts().states();
        }
    }

    /**
     * Asks before a question is asked. Nothing is, where no bound that is a number is raised, or where states are not
     * met breadth-first from the start.
     *
     * @throws ModelException where the model breaks its promises
     */
    public static RunUp before(Question question) {
        Options options = question.options();
        Map<String, Integer> raised = raised(question);
        boolean goesOn = options.storage().checkpoint().isDefined();
        return raised.isEmpty() || goesOn || options.order() != Order.BREADTH_FIRST
                ? NONE
                : new Climb(question, raised).run();
    }

    /** By how much each bound is raised. */
    private static Map<String, Integer> raised(Question question) {
        Settings usual = question.within(Settings.NONE).everyBound();
        Settings asked = question.everyBound();
        return question.family()
                .bounds()
                .map(Setting::name)
                .foldLeft(LinkedHashMap.<String, Integer>empty(), (all, bound) -> {
                    Option<Integer> from = usual.get(bound).flatMap(RunUp::number);
                    Option<Integer> to = asked.get(bound).flatMap(RunUp::number);
                    int more = to.getOrElse(0) - from.getOrElse(0);
                    return from.isDefined() && more > 0 ? all.put(bound, more) : all;
                });
    }

    private static Option<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Option.some(Integer.parseInt(text)) : Option.none();
    }

    /** One way up. */
    private static final class Climb {
        private final Question question;
        private final Map<String, Integer> raised;
        private final int top;
        private Vector<Rung> rungs = Vector.empty();
        private Map<String, Double> growth = LinkedHashMap.empty();
        private long seen;
        private long spent;

        Climb(Question question, Map<String, Integer> raised) {
            this.question = question;
            this.raised = raised;
            this.top = raised.values().max().get();
        }

        RunUp run() {
            Option<Rung> last = attempt(raised.mapValues(more -> 0));
            if (last.isEmpty()) {
                return NONE;
            }
            double base = last.get().states();
            for (String bound : raised.keySet()) {
                Map<String, Integer> one = raised.map((name, more) -> Tuple.of(name, name.equals(bound) ? 1 : 0));
                Option<Rung> higher = isAll(one) ? Option.none() : attempt(one);
                higher.forEach(rung -> growth = growth.put(bound, rung.states() / base));
                if (raised.size() == 1 && higher.isDefined()) {
                    last = higher;
                }
            }
            int height = raised.size() == 1 ? 1 : 0;
            while (height + 1 < top
                    && forecast(last.get().states(), height, height + 1).exists(n -> n <= MOST_STATES)) {
                Option<Rung> next = attempt(upTo(height + 1));
                if (next.isEmpty()) {
                    break;
                }
                double grown = (double) next.get().states() / last.get().states();
                growth = raised.size() == 1 ? growth.put(raised.head()._1(), grown) : growth;
                last = next;
                height++;
            }
            return new RunUp(rungs, forecast(last.get().states(), height, top));
        }

        private Map<String, Integer> upTo(int height) {
            return raised.mapValues(more -> Math.min(more, height));
        }

        private boolean isAll(Map<String, Integer> higher) {
            return higher.equals(raised);
        }

        /** How many states there are at a height above one that has so many. */
        private Option<Double> forecast(double states, int from, int to) {
            boolean known = raised.forAll(bound -> bound._2() <= from || growth.containsKey(bound._1()));
            return Option.when(
                    known,
                    () -> raised.foldLeft(states, (all, bound) -> {
                        int more = Math.min(bound._2(), to) - Math.min(bound._2(), from);
                        return more == 0
                                ? all
                                : all * Math.pow(growth.get(bound._1()).get(), more);
                    }));
        }

        /** Asks with the raised bounds so much higher than usual; empty where that is not small, or there is no such model. */
        private Option<Rung> attempt(Map<String, Integer> higher) {
            Settings bounds = bounds(higher);
            long most = Math.min(MOST_STATES, MOST_IN_ALL - seen);
            long left = question.options().limits().nanos() / SHARE - spent;
            if (most <= 0 || left <= 0) {
                return Option.none();
            }
            Question smaller = question.within(bounds);
            long start = question.options().ticker().read();
            try {
                Inquiry<?> inquiry =
                        smaller.subject().with(smaller.rules(), bounds).inquiry();
                Result result = inquiry.check(new Asking(smaller, inquiry).claims(), options(most, left));
                long nanos = question.options().ticker().read() - start;
                spent += nanos;
                seen += result.counts().states();
                Option<Rung> rung = Option.when(result.stop() == Stop.COMPLETE, () -> new Rung(smaller, result, nanos));
                rungs = rungs.appendAll(rung);
                return rung;
            } catch (IllegalArgumentException e) {
                return Option.none(); // bounds, or claims, that mean nothing with so few
            }
        }

        /** Those that are not raised are left as they were asked for. */
        private Settings bounds(Map<String, Integer> higher) {
            Settings others = question.bounds()
                    .asMap()
                    .filterKeys(bound -> higher.getOrElse(bound, 1) > 0)
                    .foldLeft(Settings.NONE, (all, bound) -> all.with(bound._1(), bound._2()));
            return higher.filterValues(more -> more > 0).foldLeft(others, (all, bound) -> {
                int value =
                        Integer.parseInt(question.everyBound().get(bound._1()).get());
                return all.with(
                        bound._1(),
                        Integer.toString(value - raised.get(bound._1()).get() + bound._2()));
            });
        }

        private Options options(long states, long nanos) {
            Limits limits = question.options().limits();
            return question.options()
                    .withLimits(
                            limits.withStates(Math.min(states, limits.states())).withNanos(nanos))
                    .withStorage(Storage.NONE)
                    .withStopWhenDecided(false);
        }
    }
}
