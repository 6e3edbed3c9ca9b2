package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import java.util.function.BiFunction;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.page.Books;
import pagelife.specs.Inquiry;
import pagelife.specs.catalogue.Catalogue;

/** What the shortest traces of variants that we ship tell. */
final class Traces {
    private Traces() {}

    /** The ledgers of the trace that breaks a property, named by its id or in full. */
    static Seq<CountLedger> ledgers(String variant, String rules, String bounds, String property) {
        return of(variant, rules, bounds, property, CountLedger::of);
    }

    /** Who is stuck at the end of the trace that breaks a property, named by its id or in full. */
    static Seq<StuckWaiter> stuck(String variant, String rules, String bounds, String property) {
        return of(variant, rules, bounds, property, StuckWaiter::of);
    }

    private static <T> T of(
            String variant, String rules, String bounds, String property, BiFunction<Books, Trace, T> told) {
        Inquiry<?> inquiry =
                Inquiry.about(Catalogue.families(), variant, Settings.parse(rules), Settings.parse(bounds));
        Trace trace = inquiry.check(inquiry.called(property), Options.DEFAULT)
                .findings()
                .single()
                .trace()
                .get();
        return told.apply(inquiry.protocol().books(), trace);
    }
}
