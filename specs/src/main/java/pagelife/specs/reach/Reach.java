package pagelife.specs.reach;

import io.vavr.collection.Seq;
import pagelife.checker.views.Outlook;

/**
 * How far the claims about a subject hold, with more and more tasks of a sort.
 *
 * @param sort the sort
 * @param outlook what views say
 * @param checked what the checker says of few tasks, 0 first
 * @param claims one for each claim about states or steps
 * @param notAsked the other claims, by name
 */
public record Reach(Sort sort, Outlook outlook, Seq<Checked> checked, Seq<Told> claims, Seq<String> notAsked) {}
