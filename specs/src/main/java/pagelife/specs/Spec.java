package pagelife.specs;

import io.vavr.collection.Seq;
import pagelife.models.Settings;

/**
 * A variant, bounds, and the verdicts we expect and why.
 *
 * @param id a short unique name, such as {@code fsdax/6.1+removal}
 * @param variant the full name of the variant
 * @param rules rules set otherwise than in the variant
 * @param bounds bounds set otherwise than in the variant
 * @param expectations the properties and their expected verdicts
 * @param cites where the expectation comes from: a commit, a mail, a source function
 * @param why the reason in a sentence or two
 */
public record Spec(
        String id,
        String variant,
        Settings rules,
        Settings bounds,
        Seq<Expectation> expectations,
        String cites,
        String why) {}
