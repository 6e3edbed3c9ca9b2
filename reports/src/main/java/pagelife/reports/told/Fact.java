package pagelife.reports.told;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.value.Value;

/** Something about the end of a trace that breaks a claim, or shows one. */
public sealed interface Fact extends Part {
    /** In words. */
    String text();

    /**
     * A cell decides it, whatever others hold.
     *
     * @param cell its name
     * @param value what it holds
     * @param since the step that gave it this value, counted from 1; 0 if it has it from the start
     */
    record Read(String text, String cell, Value value, int since) implements Fact {}

    /**
     * More cells decide it than are told.
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
     * @param reads the cells that keep it from taking them, by name
     */
    record Waits(String text, String actor, Value place, Seq<String> cannot, Map<String, Shown> reads)
            implements Fact {}
}
