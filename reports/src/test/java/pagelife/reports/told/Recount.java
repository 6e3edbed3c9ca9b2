package pagelife.reports.told;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.model.Event;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.PageEvent;

/**
 * How many references each owner has taken and not dropped, moment by moment: from the books of the start and the
 * numbers in the events alone, by code that shares nothing with that of ledgers.
 *
 * @param moments for each moment what each owner has, by its name
 * @param everSeen for each moment the owners that had anything to do with the count before
 * @param missing for each step what each owner dropped and did not have
 */
record Recount(
        Vector<Map<String, Integer>> moments, Vector<Set<String>> everSeen, Vector<Map<String, Integer>> missing) {
    static Recount of(Books books, Trace trace, Counted what) {
        Map<String, Integer> now = HashMap.empty();
        for (Holds held : books.holds(trace.initial(), what)) {
            now = add(now, held.owner().toString(), held.refs());
        }
        Set<String> seen = now.filterValues(refs -> refs > 0).keySet();
        Vector<Map<String, Integer>> moments = Vector.of(now);
        Vector<Set<String>> all = Vector.of(seen);
        Vector<Map<String, Integer>> missing = Vector.of(HashMap.empty());
        int unnamed = Math.max(
                0, books.count(trace.initial(), what).get() - now.values().sum().intValue());
        for (int step = 1; step <= trace.length(); step++) {
            Map<String, Integer> lacking = HashMap.empty();
            for (Event event : trace.steps().get(step - 1).events()) {
                if (event instanceof PageEvent.OnCount on && on.what().equals(what)) {
                    String owner = on.owner().toString();
                    int had = now.get(owner).getOrElse(0);
                    now = now.put(owner, on.isStore() ? on.after() : Math.max(0, had + on.change()));
                    if (!on.isStore() && !seen.contains(owner)) { // a put may show who held it at the start
                        int own = Math.min(unnamed, Math.max(0, -on.change() - had));
                        unnamed -= own;
                        moments = own == 0 ? moments : moments.map(moment -> add(moment, owner, own));
                        had += own;
                    }
                    lacking = on.isStore() ? lacking : add(lacking, owner, Math.max(0, -on.change() - had));
                    seen = seen.add(owner);
                } else if (event instanceof PageEvent.Passed passed
                        && passed.what().equals(what)) {
                    int had = now.get(passed.from().toString()).getOrElse(0);
                    int moved = Math.min(had, passed.amount());
                    now = add(
                            add(now, passed.from().toString(), -moved),
                            passed.to().toString(),
                            moved);
                    seen = seen.add(passed.to().toString());
                }
            }
            moments = moments.append(now);
            all = all.append(seen);
            missing = missing.append(lacking);
        }
        return new Recount(moments, all, missing);
    }

    private static Map<String, Integer> add(Map<String, Integer> now, String owner, int refs) {
        return now.put(owner, now.get(owner).getOrElse(0) + refs);
    }

    /** What an owner has after so many steps. */
    int of(String owner, int moment) {
        return moments.get(moment).get(owner).getOrElse(0);
    }

    /** What an owner dropped in a step beyond what it had then. */
    int missing(String owner, int step) {
        return missing.get(step).get(owner).getOrElse(0);
    }

    /** Whether anybody has anything. */
    boolean isHeld(int moment) {
        return moments.get(moment).values().exists(refs -> refs > 0);
    }
}
