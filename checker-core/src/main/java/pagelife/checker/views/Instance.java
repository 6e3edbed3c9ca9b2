package pagelife.checker.views;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;

/**
 * A model with so many tasks of a sort.
 *
 * @param model the model
 * @param members the tasks of the sort
 * @param conserved its conserved quantities, in the same order for any number of members
 * @param claims its claims, of the same names for any number of members
 */
public record Instance(Model model, Seq<Actor> members, Seq<Conserved<?>> conserved, Seq<Property> claims) {}
