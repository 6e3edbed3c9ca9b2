package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.checker.value.Value;

/** Something about the end of a trace that breaks a claim, or shows one. */
public sealed interface Fact extends Part {
    /** In words. */
    String text();

    /**
     * The claim reads a cell.
     *
     * @param cell its name
     * @param value what it reads there
     */
    record Read(String text, String cell, Value value) implements Fact {}

    /**
     * It reads more than is told.
     *
     * @param cells how many further cells
     */
    record More(String text, int cells) implements Fact {}

    /**
     * It is about the last step.
     *
     * @param number its number, counted from 1
     * @param actor who takes it
     * @param step its id
     */
    record Taken(String text, int number, String actor, String step) implements Fact {}

    /**
     * Somebody cannot go on.
     *
     * @param actor who
     * @param place where it is
     * @param cannot the steps that it cannot take, in words
     */
    record Waits(String text, String actor, Value place, Seq<String> cannot) implements Fact {}
}
