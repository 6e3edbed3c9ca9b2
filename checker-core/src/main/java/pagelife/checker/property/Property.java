package pagelife.checker.property;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import pagelife.checker.model.Unasked;

/** A claim about a model. Named for the good thing, such as {@code INV-3 PinPgmap}. */
public sealed interface Property permits Invariant, StepProperty, Sometimes, NoDeadlock, Temporal {
    /** The labels that names may begin with. */
    Pattern LABEL = Pattern.compile("[A-Z]+(-[0-9A-Z][0-9a-z]*'?|[0-9]+[a-z]*'?)");

    /** The name, unique in a check. */
    String name();

    /**
     * What it is called for short: the label that the name begins with, such as {@code INV-3}; the whole name where it
     * begins with none. A label is a first word of capitals, with a digit or a dash in it.
     */
    default String id() {
        String first = name().split(" ", 2)[0];
        return LABEL.matcher(first).matches() ? first : name();
    }

    /** Whether {@code text} is its name or its id; upper and lower case are the same. */
    default boolean isCalled(String text) {
        return name().equalsIgnoreCase(text) || id().equalsIgnoreCase(text);
    }

    /** Those of {@code claims} that have this name; only where none has, those that have this id. */
    static <P extends Property> Seq<P> called(Seq<P> claims, String text) {
        Seq<P> named = claims.filter(claim -> claim.name().equalsIgnoreCase(text));
        return named.isEmpty() ? claims.filter(claim -> claim.isCalled(text)) : named;
    }

    /** The claim in one sentence. */
    String claim();

    /**
     * How a counterexample of this claim is told in a sentence; empty where the sentence is derived from the cells that
     * break it.
     */
    Option<Sentence> sentence();

    /** This claim with words of its own for its counterexamples; the claim itself where there can be none. */
    Property told(Sentence words);

    /** What kind of claim it is. */
    Kind kind();

    /** What {@code cases} says of a claim of this kind. */
    <R> R accept(Cases<R> cases);

    /** This claim, if it is about whole runs, so that no single state or step can decide it. */
    default Option<Temporal> aboutRuns() {
        return Option.none();
    }

    /** Why a part of this claim was not asked in some state so far; see {@link Unasked}. */
    default Option<String> unasked() {
        return accept(Parts.OF)
                .filter(Unasked.class::isInstance)
                .map(Unasked.class::cast)
                .flatMap(Unasked::unasked)
                .headOption();
    }

    /** One answer for each kind of claim: a new kind is an error of the compiler wherever kinds differ. */
    interface Cases<R> {
        /** Of a claim about states. */
        R invariant(Invariant invariant);

        /** Of a claim about steps. */
        R step(StepProperty claim);

        /** Of a claim that something can happen. */
        R sometimes(Sometimes sometimes);

        /** Of the claim that nobody is stuck. */
        R noDeadlock(NoDeadlock claim);

        /** Of a claim about runs. */
        R temporal(Temporal temporal);
    }
}
