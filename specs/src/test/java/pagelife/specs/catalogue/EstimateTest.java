package pagelife.specs.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.search.Options;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;
import pagelife.checker.simulate.SizeEstimate;
import pagelife.checker.simulate.Walk;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;

/** The size that is reckoned when a search has begun, against what it comes to, for variants that we ship. */
class EstimateTest {
    /** The walks of these have an end, and there are more than 1,000 states. */
    private static final Seq<String> ROWS = Vector.of(
            "fsdax/5.10",
            "fsdax/6.1",
            "fsdax/6.7-xfs",
            "fsdax/2022-v1",
            "fsdax/proposed",
            "fsdax/7.2-ext4",
            "fsdax/7.2-xfs",
            "waitwake/right+more-of-all",
            "layouts/6.16+everybody",
            "C-6/6.1");

    @Test
    void forMostOfWhatWeShipTheTruthLiesWithin() {
        int asked = 0;
        int within = 0;
        for (String row : ROWS) {
            Model model = model(row);
            int walk = Walk.longest(model).get();
            Seq<Long> levels = levels(model);
            double states = levels.sum().doubleValue();
            for (int known = 6; levels.take(known).sum().doubleValue() < 0.6 * states; known++) {
                Option<SizeEstimate> estimate = SizeEstimate.after(levels.take(known), walk);
                asked++;
                within += estimate.exists(size -> size.least() <= states && states <= size.most()) ? 1 : 0;
            }
        }
        assertTrue(asked >= 100 && within >= 0.9 * asked, within + " of " + asked);
    }

    private static Model model(String row) {
        FamilySpecs<?> specs =
                Catalogue.families().find(family -> family.ids().contains(row)).get();
        return Subject.of(specs, specs.spec(row).get()).inquiry().model();
    }

    private static Seq<Long> levels(Model model) {
        AtomicReference<Progress> last = new AtomicReference<>();
        Checker.check(model, Vector.empty(), Options.DEFAULT.withReporting(new Reporting(1, last::set, warning -> {})));
        return last.get().levels();
    }
}
