package pagelife.specs;

import io.vavr.collection.Seq;
import java.util.function.Supplier;
import pagelife.checker.property.Property;
import pagelife.models.Protocol;

/**
 * A row of a table of verdicts. Which spec it is, is known at once; its protocol is built when somebody asks, and only
 * then it is known what the row expects of whom. Who checks a spec asks here, and so builds its protocol once.
 *
 * @param outline the spec, perhaps without what it expects
 * @param building builds the protocol, anew at each call
 * @param <P> the family's protocols
 */
public record Stated<P extends Protocol>(Spec outline, Supplier<Built<P>> building) {
    /**
     * A spec with what it is about.
     *
     * @param spec the spec
     * @param inquiry the protocol and its family
     * @param claims every claim that makes sense for it, but for those about runs
     * @param temporal every claim about runs that does
     * @param <P> the family's protocols
     */
    public record Built<P extends Protocol>(
            Spec spec, Inquiry<P> inquiry, Seq<Property> claims, Seq<Property> temporal) {}

    /**
     * Builds the protocol.
     *
     * @throws IllegalArgumentException where the row names what there is not, or its rules and bounds mean nothing
     */
    public Built<P> build() {
        return building.get();
    }
}
