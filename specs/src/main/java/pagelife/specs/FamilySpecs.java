package pagelife.specs;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.ltl.Measure;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Actor;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Variant;
import pagelife.models.page.Books;
import pagelife.models.page.PageId;
import pagelife.models.page.Sleeps;

/**
 * The claims about a family and what we expect of them.
 *
 * @param <P> the family's protocols
 */
public interface FamilySpecs<P extends Protocol> {
    /** The family. */
    Family<P> family();

    /** Every claim that makes sense for {@code protocol}, in the order to report, but for those about runs. */
    Seq<Property> properties(P protocol);

    /**
     * Every claim about runs that makes sense for {@code protocol}. They need the whole graph of states, and are put
     * only when somebody asks for them by name.
     */
    default Seq<Property> temporal(P protocol) {
        return Vector.empty();
    }

    /** The words that a formula about {@code protocol} may use, beside its actors and steps. */
    default Map<String, Predicate<View>> words(P protocol) {
        return LinkedHashMap.empty();
    }

    /** All that may be said of {@code protocol} in text. */
    default Vocabulary vocabulary(P protocol) {
        return vocabulary(protocol, words(protocol));
    }

    /** All that may be said of a protocol in text: words, what its books count of a page, and who is asleep. */
    static Vocabulary vocabulary(Protocol protocol, Map<String, Predicate<View>> words) {
        Books books = protocol.books();
        Seq<Object> pages = books.counted().filter(PageId.class::isInstance).map(page -> page);
        return new Vocabulary(
                protocol.model(),
                words,
                LinkedHashMap.of(
                        "pins",
                        Measure.of(pages, (view, page) -> books.pins(view, (PageId) page)),
                        "held",
                        Measure.of(pages, (view, page) -> books.held(view, (PageId) page)),
                        "asleep",
                        Measure.truth(
                                Vector.ofAll(protocol.model().actors()),
                                (view, actor) -> Sleeps.isAsleep(view, (Actor) actor))));
    }

    /** The expected verdicts. */
    Seq<Spec> specs();

    /** The expected verdicts, each with the protocol that it is about, which is built when somebody asks. */
    default Seq<Stated<P>> stated() {
        return specs().map(spec -> new Stated<>(spec, () -> {
            Variant variant = family().variant(spec.variant()).get();
            Inquiry<P> inquiry = Inquiry.about(this, variant, spec.rules(), spec.bounds());
            return new Stated.Built<>(spec, inquiry, inquiry.claims(), inquiry.temporal());
        }));
    }

    /**
     * The ones of {@link #specs} that are wanted by their outlines. No other is built, and one that cannot be built is
     * left out: who asks about one variant is not stopped by what is wrong with another.
     */
    default Seq<Spec> sound(Predicate<Spec> wanted) {
        return stated().filter(row -> wanted.test(row.outline())).flatMap(row -> {
            try {
                return Option.some(row.build().spec());
            } catch (ModelException e) {
                return Option.none();
            }
        });
    }

    /** The ids of {@link #specs}, in their order. */
    default Seq<String> ids() {
        return specs().map(Spec::id);
    }

    /** The one of {@link #specs} that has this id. */
    default Option<Spec> spec(String id) {
        return specs().find(spec -> spec.id().equals(id));
    }

    /**
     * What the codes of known bugs stand for, in words: of {@code G-a} in the ids {@code G-a/6.1} and {@code G-a/7.2}.
     * A spec whose id does not begin with the name of the family has one.
     */
    default Map<String, String> bugs() {
        return LinkedHashMap.empty();
    }

    /** What became of steps from one variant to another. */
    default Renames renames() {
        return Renames.NONE;
    }
}
