package pagelife.specs.own;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operations;
import pagelife.checker.model.View;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.specs.FamilySpecs;

/** The protocol of a {@link Study} with its rules and bounds, and what is claimed of it. */
public final class Drafted implements Protocol {
    private final Model model;
    private final Operations operations;
    private final Books books;
    private final Map<String, Predicate<View>> words;
    private final Seq<Property> claims;

    Drafted(
            Model model,
            Operations operations,
            Books books,
            Map<String, Predicate<View>> words,
            Seq<Function<Drafted, Property>> claims) {
        this.model = model;
        this.operations = operations;
        this.books = books;
        this.words = words;
        this.claims = distinct(claims.map(claim -> claim.apply(this)));
    }

    /** A study that says in its own words that nobody is stuck says it once. */
    private Seq<Property> distinct(Seq<Property> all) {
        Vector<Property> kept = Vector.empty();
        for (Property claim : all) {
            if (claim.name().isBlank()) {
                throw new ModelException("the claim \"" + claim.claim() + "\" has no name: give it one");
            }
            boolean twice = claim.kind() == Kind.DEADLOCK && kept.exists(known -> known.kind() == Kind.DEADLOCK);
            if (!twice && kept.exists(known -> known.isCalled(claim.name()))) {
                throw new ModelException(
                        "two claims about " + model + " are called " + claim.name() + ": names are unique; rename one");
            }
            kept.find(known -> !twice && known.id().equalsIgnoreCase(claim.id()))
                    .forEach(known -> {
                        throw new ModelException(
                                "two claims about " + model + ", " + known.name() + " and " + claim.name()
                                        + ", are called " + claim.id() + " for short: labels are unique; rename one");
                    });
            kept = twice ? kept : kept.append(claim);
        }
        return kept;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Books books() {
        return books;
    }

    /** Its claims, in the order of declaration. */
    Seq<Property> claims() {
        return claims;
    }

    /** Its words for formulas. */
    Map<String, Predicate<View>> words() {
        return words;
    }

    /** All that may be said of it in text. */
    Vocabulary vocabulary() {
        return FamilySpecs.vocabulary(this, words);
    }
}
