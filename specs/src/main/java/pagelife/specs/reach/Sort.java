package pagelife.specs.reach;

import com.google.common.base.CaseFormat;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.specs.Subject;

/**
 * Tasks that are interchangeable: those that a bound says the number of.
 *
 * @param name the name, such as {@code fast-gup}
 * @param bound the bound, such as {@code fastGups}
 */
public record Sort(String name, String bound) {
    /** The sorts of a family: each of its bounds that says how many tasks there are, with no largest number. */
    public static Seq<Sort> of(Family<?> family) {
        return family.bounds()
                .filter(bound -> bound.open()
                        && bound.values().contains("0")
                        && family.taskBounds().contains(bound.name()))
                .map(Setting::name)
                .map(bound -> new Sort(word(bound), bound));
    }

    /** {@code fastGups} is {@code fast-gup}. */
    private static String word(String bound) {
        String words = CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, bound);
        return words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    }

    /** The sort that is called so, or whose bound is. */
    public static Option<Sort> named(Family<?> family, String text) {
        return of(family)
                .find(sort -> sort.name().equalsIgnoreCase(text) || sort.bound().equalsIgnoreCase(text));
    }

    /** Bounds with so many tasks. */
    public Settings bounds(int tasks) {
        return Settings.NONE.with(bound, Integer.toString(tasks));
    }

    /** The subject with so many tasks. */
    public Subject with(Subject subject, int tasks) {
        return subject.with(Settings.NONE, bounds(tasks));
    }
}
