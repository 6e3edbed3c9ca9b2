package pagelife.checker.views;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.IntFunction;
import pagelife.checker.model.Model;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.property.Property;

/**
 * What some number of tasks breaks, as the naive search finds, held against what is proved for any number.
 *
 * @param fewest for each claim that is broken the fewest tasks that do
 */
record BrokenByNumber(Map<String, Integer> fewest) {
    /** What one task and more break, up to so many. */
    static BrokenByNumber of(int most, IntFunction<Seq<String>> broken) {
        Map<String, Integer> fewest = LinkedHashMap.empty();
        for (int tasks = 1; tasks <= most; tasks++) {
            for (String claim : broken.apply(tasks)) {
                fewest = fewest.containsKey(claim) ? fewest : fewest.put(claim, tasks);
            }
        }
        return new BrokenByNumber(fewest);
    }

    /** The names of the claims that a model breaks. */
    static Seq<String> in(Model model, Seq<Property> claims) {
        NaiveSearch naive = new NaiveSearch(model, claims);
        return claims.filter(claim -> naive.shortest(claim) >= 0).map(Property::name);
    }

    /** That none is proved which more tasks break than were in sight; how many those are. */
    int requireUnproved(Outlook outlook, String protocol) {
        Map<String, Integer> byMany = fewest.filterValues(tasks -> tasks > outlook.members());
        byMany.forEach((claim, tasks) -> assertFalse(
                outlook.answer(claim).isProved(), claim + " is broken with " + tasks + " and proved: " + protocol));
        return byMany.size();
    }
}
