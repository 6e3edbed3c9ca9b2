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
 * @param idle tasks that never begin: they are there for the claims' sake, or lend their names to members out of sight
 * @param idleKinds for each of them of which kind it would be
 * @param conserved its conserved quantities, in the same order for any number of members
 * @param claims its claims, of the same names for any number of members
 */
public record Instance(
        Model model,
        Seq<Actor> members,
        Seq<Integer> kinds,
        Seq<Actor> idle,
        Seq<Integer> idleKinds,
        Seq<Conserved<?>> conserved,
        Seq<Property> claims) {
    /** With members of one kind. */
    public Instance(Model model, Seq<Actor> members, Seq<Conserved<?>> conserved, Seq<Property> claims) {
        this(model, members, members.map(member -> 0), Vector.empty(), Vector.empty(), conserved, claims);
    }

    /** The same with so many of the last members of each kind idle. */
    Instance sparing(int spared) {
        Seq<Boolean> spares = Vector.range(0, members.size())
                .map(member -> kinds.drop(member + 1).count(kinds.get(member)::equals) < spared);
        return new Instance(
                model,
                pick(members, spares, false),
                pick(kinds, spares, false),
                pick(members, spares, true).appendAll(idle),
                pick(kinds, spares, true).appendAll(idleKinds),
                conserved,
                claims);
    }

    private static <T> Seq<T> pick(Seq<T> all, Seq<Boolean> spares, boolean spared) {
        return all.zip(spares).filter(one -> one._2() == spared).map(one -> one._1());
    }

    /** The tasks that are no members. */
    Seq<Actor> others() {
        return model.actors().removeAll(members).removeAll(idle);
    }

    /** The claim of this name. */
    Property claim(String name) {
        return claims.find(claim -> claim.name().equals(name)).get();
    }
}
