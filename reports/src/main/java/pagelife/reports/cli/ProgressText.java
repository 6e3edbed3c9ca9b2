package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Progress;
import pagelife.models.Settings;
import pagelife.reports.cli.ProgressLine.Field;
import pagelife.reports.outcome.RunUp;
import pagelife.reports.outcome.RunUp.Rung;
import pagelife.reports.page.Amounts;
import pagelife.reports.told.ToldEstimate;

/** How far a search has come, in one line. */
final class ProgressText {
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    /** Up to so many of a unit, the unit is kept. */
    private static final int FEW = 2;

    private static final String[] MAGNITUDES = {"", " k", " M", " G", " T"};
    private static final String[] SIZES = {" B", " kB", " MB", " GB", " TB"};

    /** So many states take about a second: nobody waits for a forecast. */
    private static final double SOON = 1e6;

    /** A smaller space tells more of how the Java machine starts than of what a state costs. */
    private static final long TELLING = 20_000;

    /** More than anybody has. */
    private static final double MOST = 1e18;

    private ProgressText() {}

    /**
     * The fields of the line, none of them of the same weight; rates are over the time since {@code before}, and {@code expected} is
     * said as long as no end is in sight.
     */
    static Seq<Field> fields(Progress now, Progress before, String expected) {
        long perSecond = (long) rate(now.transitions() - before.transitions(), now, before);
        return Vector.of(
                        new Field(time(now.nanos()), 7),
                        new Field(where(now), 5),
                        new Field(brief(now.states(), MAGNITUDES) + " states", 6),
                        new Field(brief(perSecond, MAGNITUDES) + " transitions/s", 3),
                        new Field(brief(now.states() - now.explored(), MAGNITUDES) + " queued", 2),
                        new Field(memory(now), 1),
                        new Field(fromTries(now) + " from tries", 0),
                        new Field(end(now, before, expected), 4))
                .reject(field -> field.text().isEmpty());
    }

    private static double rate(long more, Progress now, Progress before) {
        return more * (double) SECOND / Math.max(1, now.nanos() - before.nanos());
    }

    private static String where(Progress now) {
        if (now.levels().isEmpty()) {
            return "";
        }
        long percent = now.levelExplored() * 100 / Math.max(1, now.levels().last());
        return percent + " % through level " + now.levels().size();
    }

    private static String memory(Progress now) {
        String disk = now.diskBytes() == 0 ? "" : " and " + brief(now.diskBytes(), SIZES) + " on disk";
        return brief(now.bytes(), SIZES) + disk;
    }

    /** The share of transitions for which no code of the model ran, rounded down. */
    private static String fromTries(Progress now) {
        long hits = Math.max(0, now.transitions() - now.executions());
        long share = hits * 10_000 / Math.max(1, now.transitions());
        return share / 100 + (share % 100 < 10 ? ".0" : ".") + share % 100 + " %";
    }

    /** When every state will have been seen, if that can be told. */
    private static String end(Progress now, Progress before, String expected) {
        double perSecond = rate(now.explored() - before.explored(), now, before);
        Option<Forecast> forecast = perSecond > 0 ? Forecast.after(now.levels()) : Option.none();
        return forecast.map(states -> {
                    double first = now.levels().last() - now.levelExplored();
                    long soonest = (long) ((first + states.least()) / perSecond * SECOND);
                    long latest = (long) ((first + states.most()) / perSecond * SECOND);
                    return "every state in " + time(soonest) + " to " + time(latest);
                })
                .getOrElse(expected);
    }

    /** How many states there probably are: {@code probably 2.10 M to 16.0 M states}. */
    static String states(long least, long most) {
        return "probably " + brief(least, MAGNITUDES) + " to " + brief(most, MAGNITUDES) + " states";
    }

    /** What a search of which memory or time may not suffice probably takes, and what of them it has. */
    static String outlook(ToldEstimate told, Limits limits) {
        String has = Vector.of(
                        "there are " + brief(limits.bytes(), SIZES),
                        limits.nanos() == Long.MAX_VALUE ? "" : time(limits.nanos()))
                .filter(part -> !part.isEmpty())
                .mkString(" and ");
        return "after " + time(told.nanos()) + " " + brief(told.states(), MAGNITUDES) + " states are seen, of "
                + states(told.least(), told.most()) + ", which take " + brief(told.leastBytes(), SIZES) + " to "
                + brief(told.mostBytes(), SIZES) + " and " + time(told.leastNanos()) + " to " + time(told.mostNanos())
                + ": " + has + ", which "
                + (told.room() == ToldEstimate.Room.DOES_NOT_SUFFICE ? "does not suffice" : "may not suffice");
    }

    /** How large a search will be, as those within smaller bounds tell; empty where it is over soon, or they do not. */
    static Option<String> ahead(RunUp runUp) {
        return runUp.states().filter(states -> states > SOON).map(states -> {
            Rung largest = runUp.rungs().maxBy(Rung::states).get();
            String said = "from smaller bounds ("
                    + runUp.rungs().map(ProgressText::rung).mkString("; ") + ") about "
                    + brief((long) Math.min(MOST, states), MAGNITUDES) + " states are to be expected";
            double times = states / largest.states();
            return largest.states() < TELLING
                    ? said
                    : said + ", " + time((long) Math.min(MOST, times * largest.nanos())) + " and "
                            + brief(
                                    (long) Math.min(
                                            MOST,
                                            times
                                                    * largest.result()
                                                            .statistics()
                                                            .storeBytes()),
                                    SIZES);
        });
    }

    private static String rung(Rung rung) {
        Settings bounds = rung.question().bounded();
        return (bounds.isEmpty() ? "" : bounds + ": ") + brief(rung.states(), MAGNITUDES);
    }

    /** {@code 95 s}, {@code 12 min}, {@code 7 h}. */
    static String time(long nanos) {
        if (nanos < FEW * MINUTE) {
            return Math.max(1, nanos / SECOND) + " s";
        }
        return nanos < FEW * HOUR ? nanos / MINUTE + " min" : Amounts.grouped(nanos / HOUR) + " h";
    }

    /** Three digits and a magnitude: {@code 1.23 M}, {@code 12.3 M}, {@code 123 M}. */
    private static String brief(long number, String[] magnitudes) {
        int magnitude = 0;
        double rest = number;
        while (rest >= 999.5 && magnitude < magnitudes.length - 1) {
            rest /= 1000;
            magnitude++;
        }
        int digits = magnitude == 0 || rest >= 99.95 ? 0 : rest >= 9.995 ? 1 : 2;
        return Amounts.fixed(rest, digits) + magnitudes[magnitude];
    }
}
