package pagelife.specs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What became of steps from one variant of a family to another, for runs that are taken elsewhere. Said by hand, since
 * that two steps stand for the same cannot be seen from them.
 *
 * @param splits steps that are one in some variants, and several, or none, in others
 * @param functions functions, those together that stand for the same
 */
public record Renames(Seq<Split> splits, Seq<Seq<String>> functions) {
    /** None. */
    public static final Renames NONE = new Renames(Vector.empty(), Vector.empty());

    /**
     * A step that is not one everywhere.
     *
     * @param whole its id where it is one
     * @param parts the ids of what stands for it elsewhere, in their order; none if nothing does
     */
    public record Split(String whole, Seq<String> parts) {}

    /** These, and that {@code whole} is several steps elsewhere; of no {@code parts} that it is not there. */
    public Renames split(String whole, String... parts) {
        return new Renames(splits.append(new Split(whole, Vector.of(parts))), functions);
    }

    /** These, and that these functions stand for the same. */
    public Renames alike(String... names) {
        return new Renames(splits, functions.append(Vector.of(names)));
    }

    /** The entry about a step that is one. */
    public Option<Split> whole(String id) {
        return splits.find(split -> split.whole().equals(id));
    }

    /** The entry about a step that is part of another. */
    public Option<Split> part(String id) {
        return splits.find(split -> split.parts().contains(id));
    }

    /** Whether two functions stand for the same. */
    public boolean areAlike(String one, String other) {
        return one.equals(other) || functions.exists(group -> group.contains(one) && group.contains(other));
    }
}
