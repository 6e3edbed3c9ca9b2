package pagelife.checker.explain;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.result.Trace;

/**
 * Finds the fewest cells that settle a question whatever the others hold. Each way to change the answer by changing
 * other cells is a set of cells of which one at least must be fixed; the fewest cells that meet all the sets found so
 * far are tried next, until nothing changes the answer any more. This is how minimum unsatisfiable cores are found by
 * hitting sets: Ignatiev, Previti, Liffiton and Marques-Silva, CP 2015.
 */
final class CoreSearch {
    /** So often the question is asked for the fewest cells, in some milliseconds. */
    private static final int ATTEMPTS = 6_000;

    /** So often when they are left out one by one instead. */
    private static final int ATTEMPTS_EACH = 400;

    /** So often a choice of cells is looked at, in all: the choices grow exponentially with the sets to meet. */
    private static final int CHOICES = 50_000;

    private final Question question;
    private final Trace trace;
    private final Sample sample;
    private final Seq<Decisive> reads;
    private int choices;

    CoreSearch(Question question, Trace trace, Sample sample) {
        this.question = question;
        this.trace = trace;
        this.sample = sample;
        this.reads = new Trying(question, trace, sample, 0).reads();
    }

    /** The cells, in the order in which the question reads them; last what it would read if others were different. */
    Seq<Decisive> core() {
        Set<Decisive> found = fewest().getOrElse(this::leavingOut);
        if (found.isEmpty()) { // it is so in all that is known of the model: then all that is read is told
            return reads;
        }
        return reads.filter(found::contains)
                .appendAll(found.toVector().removeAll(reads).sorted(preference()));
    }

    /** Empty if it takes too long to find out. */
    private Option<Set<Decisive>> fewest() {
        Trying trying = new Trying(question, trace, sample, ATTEMPTS);
        Vector<Seq<Decisive>> changes = Vector.empty();
        try {
            while (true) {
                Set<Decisive> fixed = meeting(changes);
                Option<Map<Decisive, Object>> against = trying.refute(fixed);
                if (against.isEmpty()) {
                    return Option.some(fixed);
                }
                changes = changes.append(
                        trying.shrink(against.get()).keySet().toVector().sorted(preference()));
            }
        } catch (Trying.Exhausted e) {
            return Option.none();
        }
    }

    /** All that is read, but for what can be left out, the least telling first. */
    private Set<Decisive> leavingOut() {
        Set<Decisive> needed = reads.toSet();
        for (Decisive one : reads.sorted(preference().reversed())) {
            Set<Decisive> fewer = needed.remove(one);
            try {
                if (new Trying(question, trace, sample, ATTEMPTS_EACH)
                        .refute(fewer)
                        .isEmpty()) {
                    needed = fewer;
                }
            } catch (Trying.Exhausted e) {
                continue; // it may be needed, so it stays
            }
        }
        return needed;
    }

    /** The fewest cells that meet all of these sets; of several such choices the most telling one. */
    private Set<Decisive> meeting(Vector<Seq<Decisive>> sets) throws Trying.Exhausted {
        for (int size = 0; ; size++) {
            Option<Set<Decisive>> found = meeting(sets, HashSet.empty(), size);
            if (found.isDefined()) {
                return found.get();
            }
        }
    }

    private Option<Set<Decisive>> meeting(Vector<Seq<Decisive>> sets, Set<Decisive> chosen, int more)
            throws Trying.Exhausted {
        if (++choices > CHOICES) {
            throw new Trying.Exhausted();
        }
        Option<Seq<Decisive>> missed = sets.find(set -> !set.exists(chosen::contains));
        if (missed.isEmpty()) {
            return Option.some(chosen);
        }
        if (more == 0) {
            return Option.none();
        }
        for (Decisive one : missed.get()) {
            Option<Set<Decisive>> found = meeting(sets, chosen.add(one), more - 1);
            if (found.isDefined()) {
                return found;
            }
        }
        return Option.none();
    }

    /** What is read; then what changed late, which tells more than what changed early, or never; then as declared. */
    private Comparator<Decisive> preference() {
        return Comparator.<Decisive>comparingInt(one -> reads.contains(one) ? 0 : 1)
                .thenComparingInt(one -> -lastChange(one))
                .thenComparingInt(one -> one.cell().index())
                .thenComparingInt(Decisive::moment);
    }

    private int lastChange(Decisive one) {
        for (int moment = one.moment(); moment > 0; moment--) {
            State before = trace.before(moment - 1);
            if (!before.read(one.cell()).equals(trace.before(moment).read(one.cell()))) {
                return moment;
            }
        }
        return 0;
    }
}
