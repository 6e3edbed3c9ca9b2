package pagelife.specs.kept;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.checker.property.Property;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Renames;
import pagelife.specs.litmus.Asked;
import pagelife.specs.litmus.Condition;
import pagelife.specs.litmus.Fixed;
import pagelife.specs.litmus.Kept;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/**
 * A litmus test with runs that were kept, to be executed again in its own protocol or in another.
 *
 * @param test the test
 * @param families the families at hand
 */
public record KeptTest(Litmus test, Seq<FamilySpecs<?>> families) {
    /** A condition that means something everywhere. */
    private static final Condition ANYTHING =
            new Condition(Condition.Kind.REACH, new Word("stuck", 0), Option.none(), Option.none());

    /**
     * A run that was executed again.
     *
     * @param condition what it was kept for
     * @param at where it was executed
     * @param retraced what became of it
     * @param posed the protocol
     */
    public record Done(Condition condition, Fixed at, Retraced retraced, Posed posed) {}

    /** Conditions of which a run is kept. */
    public Seq<Condition> kept() {
        return test.conditions().filter(condition -> condition.run().isDefined());
    }

    /** Each run in the protocol of the file. */
    public Seq<Done> own() {
        return kept().map(condition -> done(condition, ownPlace()));
    }

    /** Each run in another variant with its own rules, and some set otherwise. */
    public Seq<Done> against(String variant, Settings rules) {
        Fixed place = new Fixed(
                new Word(variant, 0),
                Vector.ofAll(rules.asMap().map(rule -> new Word(rule._1() + "=" + rule._2(), 0))));
        return kept().map(condition -> done(condition, place));
    }

    /** Each run in each protocol where the file says that it is refused. */
    public Seq<Done> fixed() {
        return kept().flatMap(condition -> condition.fixed().map(place -> done(condition, place)));
    }

    private Fixed ownPlace() {
        return new Fixed(test.variant(), test.rules());
    }

    private Done done(Condition condition, Fixed place) {
        Posed own = posed(ownPlace(), condition.alone());
        Posed there = place.equals(ownPlace()) ? own : there(place, condition.alone());
        Option<Property> property = there.asked()
                .find(asked -> asked.condition().name().equals(condition.name()))
                .map(Asked::property);
        Kept run = condition.run().get();
        return new Done(
                condition,
                place,
                Retrace.of(run, there.model(), own.model(), renames(place), property, own.fairness()),
                there);
    }

    /** What became of steps; of another family nothing is known. */
    private Renames renames(Fixed place) {
        return families.find(known ->
                        place.variant().text().startsWith(known.family().name() + "/"))
                .map(FamilySpecs::renames)
                .getOrElse(Renames.NONE);
    }

    /** The protocol, with the claim if it has one like that. */
    private Posed there(Fixed place, Condition condition) {
        try {
            return posed(place, condition);
        } catch (TextException e) {
            return posed(place, ANYTHING);
        }
    }

    /** The sizes of the world in which the run was kept: those of its variant, too. */
    private Seq<Word> bounds(Fixed place) {
        String family = test.variant().text().split("/", 2)[0];
        if (place.variant().text().equals(test.variant().text())
                || !place.variant().text().startsWith(family + "/")) {
            return test.bounds();
        }
        Settings own = families.find(known -> known.family().name().equals(family))
                .flatMap(known -> known.family()
                        .variant(test.variant().text())
                        .map(variant -> variant.bounds()
                                .asMap()
                                .filterKeys(name -> test.tasks().isEmpty()
                                        || !known.family().taskBounds().contains(name))
                                .foldLeft(Settings.NONE, (all, one) -> all.with(one._1(), one._2()))))
                .getOrElse(Settings.NONE);
        return own.and(test.bounded())
                .asMap()
                .map(bound ->
                        new Word(bound._1() + "=" + bound._2(), test.variant().at()))
                .toVector();
    }

    private Posed posed(Fixed place, Condition condition) {
        return Posed.of(
                new Litmus(
                        place.variant(),
                        test.name(),
                        test.about(),
                        place.rules(),
                        bounds(place),
                        test.fairness(),
                        test.setup(),
                        test.tasks(),
                        Vector.of(condition)),
                families);
    }
}
