package pagelife.models;

import io.vavr.collection.Seq;

/**
 * A family of protocols that differ in a few rules: what changed between kernel versions, and the bugs that were fixed.
 *
 * @param <P> its protocols
 */
public interface Family<P extends Protocol> {
    /** The name, such as {@code fsdax}. */
    String name();

    /** What it is about, in one line. */
    String summary();

    /** The rules that can be set. */
    Seq<Setting> rules();

    /** The bounds that can be set: how many pages, which actors run and how often. */
    Seq<Setting> bounds();

    /** The named settings, in the order of history. */
    Seq<Variant> variants();

    /**
     * The protocol of a variant with some rules and bounds set otherwise. Every name and value must be one that
     * {@link #rules} or {@link #bounds} lists.
     *
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     */
    P build(Variant variant, Settings rules, Settings bounds);
}
