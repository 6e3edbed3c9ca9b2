package pagelife.specs.reach;

import com.google.common.base.CaseFormat;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.specs.Subject;

/**
 * Tasks that are interchangeable: those that a bound says the number of. Or several kinds of such, each with its bound.
 *
 * @param name the name, such as {@code fast-gup}, or {@code fast-gup,slow-gup}
 * @param bounds the bounds, such as {@code fastGups}
 */
public record Sort(String name, Seq<String> bounds) {
    private static final String BETWEEN = ",";

    /** The sorts of a family: each of its bounds that says how many tasks there are, with no largest number. */
    public static Seq<Sort> of(Family<?> family) {
        return family.bounds()
                .filter(bound -> bound.open()
                        && bound.values().contains("0")
                        && family.taskBounds().contains(bound.name()))
                .map(Setting::name)
                .map(bound -> new Sort(word(bound), Vector.of(bound)));
    }

    /** {@code fastGups} is {@code fast-gup}. */
    private static String word(String bound) {
        String words = CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, bound);
        return words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    }

    /** The sorts that are called so, or whose bounds are, taken together: several with commas between them. */
    public static Option<Sort> named(Family<?> family, String text) {
        Seq<Option<Sort>> found = Vector.of(text.split(BETWEEN, -1)).distinct().map(part -> one(family, part));
        return Option.when(
                found.forAll(Option::isDefined),
                () -> new Sort(
                        found.map(sort -> sort.get().name()).mkString(BETWEEN),
                        found.flatMap(sort -> sort.get().bounds()).distinct()));
    }

    private static Option<Sort> one(Family<?> family, String text) {
        return of(family)
                .find(sort -> sort.name().equalsIgnoreCase(text)
                        || sort.bounds().head().equalsIgnoreCase(text));
    }

    /** Bounds with so many tasks of each kind. */
    public Settings bounds(int tasks) {
        return bounds(bounds.map(bound -> tasks));
    }

    /** Bounds with so many tasks of the first kind, so many of the next, and so on. */
    public Settings bounds(Seq<Integer> tasks) {
        return bounds.zip(tasks).foldLeft(Settings.NONE, (set, one) -> set.with(one._1(), Integer.toString(one._2())));
    }

    /** The subject with so many tasks of each kind. */
    public Subject with(Subject subject, int tasks) {
        return subject.with(Settings.NONE, bounds(tasks));
    }

    /** The subject with so many tasks of the first kind, so many of the next, and so on. */
    public Subject with(Subject subject, Seq<Integer> tasks) {
        return subject.with(Settings.NONE, bounds(tasks));
    }
}
