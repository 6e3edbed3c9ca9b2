package pagelife.specs;

import io.vavr.collection.Seq;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Protocol;

/**
 * The claims about a family and what we expect of them.
 *
 * @param <P> the family's protocols
 */
public interface FamilySpecs<P extends Protocol> {
    /** The family. */
    Family<P> family();

    /** Every claim that makes sense for {@code protocol}, in the order to report. */
    Seq<Property> properties(P protocol);

    /** The expected verdicts. */
    Seq<Spec> specs();
}
