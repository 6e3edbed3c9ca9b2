package pagelife.specs.ledger;

import io.vavr.collection.Vector;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Checker;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.specs.Catalogue;
import pagelife.specs.FamilySpecs;

/** The shortest traces of variants that we ship. */
final class Traces {
    private Traces() {}

    /** The trace that breaks a property, named by its first word or in full. */
    static Trace of(String variant, String rules, String bounds, String property) {
        FamilySpecs<?> specs = Catalogue.families()
                .find(known -> variant.startsWith(known.family().name() + "/"))
                .get();
        return of(specs, variant, rules, bounds, property);
    }

    private static <P extends Protocol> Trace of(
            FamilySpecs<P> specs, String variant, String rules, String bounds, String property) {
        P protocol = specs.family()
                .build(
                        specs.family()
                                .variants()
                                .find(known -> known.fullName().equals(variant))
                                .get(),
                        Settings.parse(rules),
                        Settings.parse(bounds));
        Property claim = specs.properties(protocol)
                .find(known -> known.name().equals(property) || known.name().startsWith(property + " "))
                .get();
        return Checker.check(protocol.model(), Vector.of(claim), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
    }
}
