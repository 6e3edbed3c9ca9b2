package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;

/**
 * A model with so many tasks of a sort.
 *
 * @param model the model
 * @param members the tasks of the sort, those of its first kind first
 * @param kinds for each of them of which kind it is, from 0: those of one kind are interchangeable
 * @param idle tasks that are there for the claims' sake only: they never begin
 * @param conserved its conserved quantities, in the same order for any number of members
 * @param claims its claims, of the same names for any number of members
 */
public record Instance(
        Model model,
        Seq<Actor> members,
        Seq<Integer> kinds,
        Seq<Actor> idle,
        Seq<Conserved<?>> conserved,
        Seq<Property> claims) {
    /** With members of one kind. */
    public Instance(Model model, Seq<Actor> members, Seq<Conserved<?>> conserved, Seq<Property> claims) {
        this(model, members, members.map(member -> 0), Vector.empty(), conserved, claims);
    }

    /** The claim of this name. */
    Property claim(String name) {
        return claims.find(claim -> claim.name().equals(name)).get();
    }
}
