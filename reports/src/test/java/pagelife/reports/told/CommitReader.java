package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;

/** Reads a text against the trace that it is of, and asks no class that made it. */
record CommitReader(Trace trace, Books books, Seq<String> lines) {
    private static final Pattern COUNT =
            Pattern.compile("(?:([0-9]+) times, )?(?:([A-Za-z]\\S*) )?refs (-?[0-9]+(?: -> -?[0-9]+)+)");
    private static final Pattern OTHER = Pattern.compile("([a-z]+ of P[0-9]+): (-?[0-9]+) -> (-?[0-9]+)");
    private static final Pattern HELD = Pattern.compile("(P[0-9]+|[Tt]he pagemap) has (no|-?[0-9]+) references?");
    private static final Pattern MORE_HELD = Pattern.compile(
            "(P[0-9]+|[Tt]he pagemap) counts (-?[0-9]+), though ([0-9]+) references? (?:is|are) held: ");
    private static final Pattern LENGTH = Pattern.compile("([0-9]+) steps?(?:, ([0-9]+) left out)?\\.$");

    private static final Pattern SAW = Pattern.compile(
            "(\\S+) saw refs (-?[0-9]+) before (\\S+) made it (-?[0-9]+), and did not (look|test) again");
    private static final Pattern LEAKED =
            Pattern.compile("(\\S+) leaked ([0-9]+) references? of (?:the )?(P[0-9]+|pagemap|[a-z]\\S*)");
    private static final Pattern SILENCE = Pattern.compile("no wake-up(?! under way)");

    void check() {
        String text = lines.mkString("\n");
        assertTrue(lines.size() <= 20, () -> lines.size() + " rows\n" + text);
        assertTrue(lines.forAll(line -> line.length() <= 72), text);
        assertFalse(
                Pattern.compile("\\bat\\(|\\bstep [0-9]|WF\\(|SF\\(")
                        .matcher(text)
                        .find(),
                text);
        counts(text);
        holders(text.replace('\n', ' '));
        moreHeld(text.replace('\n', ' '));
        sleepers(text);
        length(text.replace('\n', ' '));
        saw(text.replace('\n', ' '));
        leaks(text.replace('\n', ' '));
        silences(text);
        assertTrue(heads().size() <= 3, text);
        heads().flatMap(head -> head).forEach(task -> assertTrue(acts(task), text));
    }

    private Seq<Seq<String>> heads() {
        Seq<Seq<String>> tables = Vector.range(1, lines.size())
                .filter(i -> lines.get(i).matches("[ -]*-[ -]*"))
                .map(i -> Vector.of(lines.get(i - 1).strip().split(" {2,}")));
        tables.forEach(table -> assertTrue(table.size() <= 3, table::toString));
        return tables;
    }

    private boolean acts(String task) {
        return trace.steps().exists(step -> step.step().actor().name().equals(task));
    }

    private void counts(String text) {
        all(OTHER, text)
                .forEach(found -> assertTrue(
                        counted(found.group(1)).exists(cell -> changes(cell, found.group(2), found.group(3))),
                        () -> found.group() + "\n" + text));
        all(COUNT, text)
                .forEach(found -> assertTrue(
                        counted(found.group(2)).exists(cell -> turns(cell, found.group(3), found.group(1))),
                        () -> found.group() + "\n" + text));
    }

    /** Whether a count goes from each of these values to the next, in so many steps if that is said. */
    private boolean turns(String cell, String text, String times) {
        Seq<String> values = Vector.of(text.split(" -> "));
        boolean goes = values.init().zip(values.tail()).forAll(pair -> changes(cell, pair._1(), pair._2()));
        return goes
                && (times == null
                        || Vector.range(0, trace.length())
                                .exists(i -> refs(trace.before(i), cell).equals(values.head())
                                        && timesFrom(cell, i) == Integer.parseInt(times)));
    }

    /** How often steps of one task change a count from a moment on, one after the other. */
    private int timesFrom(String cell, int from) {
        return Vector.range(from, trace.length())
                .takeWhile(i -> actor(i).equals(actor(from)))
                .takeWhile(i -> trace.steps()
                        .get(i)
                        .step()
                        .source()
                        .function()
                        .equals(trace.steps().get(from).step().source().function()))
                .count(i -> !refs(trace.before(i), cell).equals(refs(trace.before(i + 1), cell)));
    }

    /** The cells that a name may mean; without a name that of any page, and what is called refs itself. */
    private Seq<String> counted(String name) {
        boolean named = name != null && !name.equals("//");
        return books.counted()
                .filter(what -> named
                        ? what.toString().equals(name)
                        : what instanceof PageId || what.toString().equals("refs"))
                .flatMap(books::cell)
                .map(cell -> cell.name());
    }

    /** Whether steps of one task bring a count from one value to another. */
    private boolean changes(String cell, String before, String after) {
        return Vector.range(0, trace.length())
                .exists(i -> refs(trace.before(i), cell).equals(before)
                        && Vector.range(i, trace.length())
                                .takeWhile(j -> actor(j).equals(actor(i))
                                        || refs(trace.before(j), cell).equals(refs(trace.before(j + 1), cell)))
                                .exists(j -> refs(trace.before(j + 1), cell).equals(after)));
    }

    private String actor(int i) {
        return trace.steps().get(i).step().actor().name();
    }

    private String refs(State state, String name) {
        Cell<?> cell =
                state.model().cells().find(known -> known.name().equals(name)).get();
        String value = state.read(cell).toString();
        Matcher refs = Pattern.compile("refs (-?[0-9]+)").matcher(value);
        return refs.find() ? refs.group(1) : kept(state, cell, value);
    }

    /** The count of what shows it in no such words. */
    private String kept(State state, Cell<?> cell, String value) {
        return books.counted()
                .find(what -> books.cell(what).exists(known -> known == cell))
                .flatMap(what -> books.count(state, what))
                .map(String::valueOf)
                .getOrElse(value);
    }

    private void holders(String text) {
        all(HELD, text).forEach(found -> {
            String name = found.group(1).endsWith("pagemap") ? "pagemap" : found.group(1);
            String count = found.group(2).equals("no") ? "0" : found.group(2);
            assertTrue(
                    counted(name).exists(cell -> refs(trace.last(), cell).equals(count)),
                    () -> found.group() + "\n" + text);
        });
    }

    /** More is held than is counted: both are so at the end. */
    private void moreHeld(String text) {
        all(MORE_HELD, text).forEach(found -> {
            String name = found.group(1).endsWith("pagemap") ? "pagemap" : found.group(1);
            Counted what =
                    books.counted().find(one -> one.toString().equals(name)).get();
            int held = books.holds(trace.last(), what).map(Holds::refs).sum().intValue();
            assertEquals(found.group(3), Integer.toString(held), text);
            assertEquals(found.group(2), books.count(trace.last(), what).get().toString(), text);
            assertTrue(held > books.count(trace.last(), what).get(), text);
        });
    }

    private void sleepers(String text) {
        int said = all(Pattern.compile("// [^\n]*sleeps|, sleeps"), text).size();
        long asleep = trace.steps()
                .map(step -> step.step().actor().name())
                .distinct()
                .count(task -> Vector.rangeClosed(1, trace.length()).exists(i -> isQueued(trace.before(i), task)));
        assertTrue(said == 0 || asleep > 0, text);
        if (text.contains("sleeps forever")) {
            Seq<String> stuck = trace.steps()
                    .map(step -> step.step().actor().name())
                    .distinct()
                    .filter(task -> isQueued(trace.last(), task) && neverWoken(task));
            assertFalse(stuck.isEmpty(), text);
        }
    }

    private static boolean isQueued(State state, String task) {
        return state.model()
                .cells()
                .filter(cell -> cell.type() == WaitQueue.class)
                .exists(cell -> ((WaitQueue) state.read(cell)).holds(new TaskId(task)));
    }

    private boolean neverWoken(String task) {
        Set<State> met = HashSet.of(trace.last());
        ArrayDeque<State> open = new ArrayDeque<>(met.toJavaList());
        while (!open.isEmpty()) {
            for (Move move : Move.in(open.remove())) {
                if (!isQueued(move.to(), task)) {
                    return false;
                }
                if (!met.contains(move.to())) {
                    met = met.add(move.to());
                    open.add(move.to());
                }
            }
        }
        return true;
    }

    private void length(String text) {
        Matcher length = LENGTH.matcher(text);
        assertTrue(length.find(), text);
        assertEquals(Integer.toString(trace.length()), length.group(1), text);
    }

    /** One task read a count, another one changed it after that, and the first did not read it again to test it. */
    private void saw(String text) {
        all(SAW, text).forEach(found -> {
            String who = found.group(1);
            boolean isSo = books.counted()
                    .flatMap(books::cell)
                    .map(cell -> cell.name())
                    .exists(cell -> Vector.range(0, trace.length())
                            .exists(i -> is(i, who)
                                    && refs(trace.before(i), cell).equals(found.group(2))
                                    && reads(i, cell)
                                    && Vector.range(i + 1, trace.length())
                                            .exists(j -> is(j, found.group(3))
                                                    && refs(trace.before(j + 1), cell)
                                                            .equals(found.group(4))
                                                    && !refs(trace.before(j), cell)
                                                            .equals(found.group(4)))
                                    && Vector.range(i + 1, trace.length())
                                            .filter(j -> is(j, who) && reads(j, cell))
                                            .forAll(j -> found.group(5).equals("test")
                                                    && trace.steps()
                                                            .get(j)
                                                            .said()
                                                            .isEmpty())));
            assertTrue(isSo, () -> found.group() + "\n" + text);
        });
    }

    private boolean is(int step, String who) {
        return actor(step).equalsIgnoreCase(who);
    }

    private boolean reads(int step, String cell) {
        return trace.steps().get(step).reads().exists(read -> read.name().equals(cell));
    }

    /** More is counted in the end than is held, and who leaked it acts. */
    private void leaks(String text) {
        all(LEAKED, text).forEach(found -> {
            Counted what = books.counted()
                    .find(one -> one.toString().equals(found.group(3).replaceFirst("[.,]$", "")))
                    .get();
            int held = books.holds(trace.last(), what).map(Holds::refs).sum().intValue();
            int over = books.count(trace.last(), what).get() - held;
            assertTrue(over >= Integer.parseInt(found.group(2)), () -> found.group() + "\n" + text);
            assertTrue(Vector.range(0, trace.length()).exists(i -> is(i, found.group(1))), text);
        });
    }

    /** Somebody who is asleep in the end was in a queue when a count changed, and nobody was woken then. */
    private void silences(String text) {
        if (SILENCE.matcher(text).find()) {
            assertTrue(
                    Vector.range(0, trace.length())
                            .exists(i ->
                                    trace.steps().get(i).events().forAll(event -> !(event instanceof PageEvent.Waking))
                                            && trace.steps()
                                                    .map(step ->
                                                            step.step().actor().name())
                                                    .exists(task -> isQueued(trace.before(i), task)
                                                            && isQueued(trace.last(), task))
                                            && books.counted()
                                                    .exists(what -> !books.count(trace.before(i), what)
                                                            .equals(books.count(trace.before(i + 1), what)))),
                    text);
        }
    }

    private static Seq<MatchResult> all(Pattern pattern, String text) {
        return Vector.ofAll(pattern.matcher(text).results().toList());
    }
}
