package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiFunction;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.page.Books;
import pagelife.specs.FamilySpecs;
import pagelife.specs.catalogue.Catalogue;

/** What the shortest traces of variants that we ship tell. */
final class Traces {
    private Traces() {}

    /** The ledgers of the trace that breaks a property, named by its first word or in full. */
    static Seq<CountLedger> ledgers(String variant, String rules, String bounds, String property) {
        return of(variant, rules, bounds, property, CountLedger::of);
    }

    /** Who is stuck at the end of the trace that breaks a property, named by its first word or in full. */
    static Seq<StuckWaiter> stuck(String variant, String rules, String bounds, String property) {
        return of(variant, rules, bounds, property, StuckWaiter::of);
    }

    private static <T> T of(
            String variant, String rules, String bounds, String property, BiFunction<Books, Trace, T> told) {
        FamilySpecs<?> specs = Catalogue.families()
                .find(known -> variant.startsWith(known.family().name() + "/"))
                .get();
        return of(specs, variant, rules, bounds, property, told);
    }

    private static <P extends Protocol, T> T of(
            FamilySpecs<P> specs,
            String variant,
            String rules,
            String bounds,
            String property,
            BiFunction<Books, Trace, T> told) {
        P protocol = specs.family()
                .build(specs.family().variant(variant).get(), Settings.parse(rules), Settings.parse(bounds));
        Property claim = specs.properties(protocol)
                .find(known -> known.name().equals(property) || known.name().startsWith(property + " "))
                .get();
        Trace trace = Checker.check(protocol.model(), Vector.of(claim), Options.DEFAULT)
                .findings()
                .head()
                .trace()
                .get();
        return told.apply(protocol.books(), trace);
    }
}
