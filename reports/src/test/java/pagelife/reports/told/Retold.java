package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.Value;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageRef;
import pagelife.models.page.Sleepers;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;

/**
 * What a report tells of a counterexample, read as it is printed and looked up in the states and events of the trace, by
 * code that knows nothing of how it is told.
 *
 * @param told what is told
 * @param trace what it is about
 * @param books who holds what
 */
record Retold(ToldFinding told, Trace trace, Books books) {
    private static final String COURSE = "((?:, then .*)?, and .*)?";
    private static final Pattern IS = Pattern.compile(
            "(\\S+) = (.*), (?:(from the start)|since step (\\d+))(?: until step (\\d+))?" + COURSE, Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile(
            "(\\S+) (?:(has finished|is at .*), (?:(from the start)|since step (\\d+))|(has not begun))(?: until step (\\d+))?"
                    + COURSE);
    private static final Pattern STAYS = Pattern.compile("((?:, then .*)?), and (.*) from (?:then|step (\\d+)) on");
    private static final Pattern TURNS = Pattern.compile("((?:, then .*)?), and in the loop (.*)");
    private static final Pattern OTHERS = Pattern.compile("(\\d+)(?: other)? (?:values|places)");
    private static final Pattern LAST = Pattern.compile("step (\\d+) is (.*)");
    private static final Pattern WAITS = Pattern.compile("(\\S+) waits: (.*) cannot be taken(?: while (.*))?");
    private static final Pattern MORE = Pattern.compile("and [\\d,]+ more cells?");

    private static final Pattern LEAK = Pattern.compile(
            "leak: (.+) does not hold it after step (\\d+), and (\\d+) references? of it (?:is|are) still counted");
    private static final Pattern DOUBLE =
            Pattern.compile("double put: step (\\d+) drops (\\d+) references? of (.+), who had dropped what it held");
    private static final Pattern FOREIGN =
            Pattern.compile("put by a non-owner: step (\\d+) drops (\\d+) references? of (.+), who held none");
    private static final Pattern AFTER_LAST = Pattern.compile(
            "use after the last put: step (\\d+) drops (\\d+) references? of (.+) from a count of 0 or less");
    private static final Pattern FROM_ZERO =
            Pattern.compile("get from zero: step (\\d+) takes (\\d+) references? for (.+), though nobody holds one");
    private static final Pattern REMOVED =
            Pattern.compile("use after removal: step (\\d+) counts for (.+) in a memory map that is gone");
    private static final Pattern UNCOUNTED = Pattern.compile(
            "mapped without a reference: (\\S+) has mapped it (?:(from the start)|since step (\\d+)) and holds none");
    private static final Pattern OVERFLOW =
            Pattern.compile("overflow: step (\\d+) takes (\\d+) references? for (.+), more than the count can tell");
    private static final Pattern STORED = Pattern.compile(
            "lost by a plain store: step (\\d+) of (.+) sets the count, and (\\d+) references? of others with it");
    private static final Pattern DISAGREE = Pattern.compile(
            "count and owners disagree: (\\d+) references? held and not counted, (?:(from the start)|since step (\\d+))");

    private static final Pattern NEVER = Pattern.compile(
            "never woken: step (\\d+) \\((\\S+)\\) made the last change to what it waits for, and did not wake it");
    private static final Pattern PASSED_OVER = Pattern.compile(
            "wake-up not passed on: step (\\d+) \\((\\S+)\\) woke (\\S+) instead; (\\S+) went on in step (\\d+) and woke"
                    + " nobody in (\\S+?)(?:, where it sleeps again since step (\\d+))?");
    private static final Pattern HELD =
            Pattern.compile("what it waits for is still held: by (.+?) (?:(from the start)|since step (\\d+))");
    private static final Pattern EARLY = Pattern.compile(
            "woken before it slept: step (\\d+) \\((\\S+)\\) looked for sleepers when it was not in the queue");
    private static final Pattern KEY = Pattern.compile(
            "wrong key: the wake of step (\\d+) \\((\\S+)\\) uses another key than the one it waits on");
    private static final Pattern LOST = Pattern.compile(
            "what it waits for no longer changes: step (\\d+) \\((\\S+)\\) changed it last, before it looked and"
                    + " went to sleep(?:; (?:(nobody)|only (.+?)) holds? it now)?");
    private static final Pattern BLOCKED =
            Pattern.compile("its waker is blocked: (\\S+) holds what it waits for, and cannot go on itself");
    private static final Pattern CIRCLE =
            Pattern.compile("nobody changed what it waits for: (\\S+) waits in turn, for (.+), which"
                    + " (\\S+) changed last in step (\\d+)");

    private static final Pattern LINK = Pattern.compile(
            "(?:step (\\d+) \\((.*?)\\) read|the claim reads) (\\S+) = (.*): (?:so at the start|written by"
                    + " step (\\d+) \\((.*)\\))");
    private static final Pattern MISSED = Pattern.compile(
            "step (\\d+) \\((.*?)\\) read (\\S+) = (.*) before step (\\d+) \\((.*)\\) made it (.*), and did not look again");

    /** Fails unless everything is so. */
    void assertIsSo() {
        told.evidence().forEach(this::evidence);
        told.ledgers().forEach(this::ledger);
        told.also().forEach(aside -> wrong(aside.page(), aside.wrong()));
        told.stuck().forEach(this::sleeper);
        told.story().forEach(this::story);
        Vector.range(0, trace.length()).forEach(this::step);
    }

    // --- evidence ---

    private void evidence(String line) {
        Option<MatchResult> is =
                match(IS, line).filter(found -> cell(found.group(1)).isDefined());
        Option<MatchResult> last = match(LAST, line);
        Option<MatchResult> waits = match(WAITS, line);
        if (waits.isDefined()) {
            waits(waits.get());
        } else if (last.isDefined()) {
            assertEquals(trace.length(), number(last.get(), 1), line);
            assertEquals(trace.steps().last().step().toString(), last.get().group(2), line);
        } else if (is.isDefined()) {
            is(is.get());
        } else if (match(PLACE, line).isDefined()) {
            place(match(PLACE, line).get());
        } else {
            assertTrue(match(MORE, line).isDefined(), line);
        }
    }

    /** A cell has its value from a step on, and not before; until the end, or until it is said to be another. */
    private void is(MatchResult found) {
        Cell<?> cell = cell(found.group(1)).get();
        Predicate<State> isSo = state -> text(state, cell).equals(found.group(2));
        int from = found.group(3) != null ? 0 : number(found, 4);
        int to = found.group(5) == null ? trace.length() : number(found, 5) - 1;
        assertSince(from, to, isSo, found.group());
        assertTrue(found.group(5) == null || !isSo.test(trace.before(to + 1)), found.group());
        Option.of(found.group(6))
                .forEach(rest -> course(
                        rest, to + 1, (state, words) -> text(state, cell).equals(words), state -> text(state, cell)));
    }

    /**
     * What comes after a value, which lasts until {@code from}: the values between, one after the other, and the one
     * where the run stays, or those in its loop.
     */
    private void course(String words, int from, BiPredicate<State, String> isSo, Function<State, String> value) {
        Option<MatchResult> turns = match(TURNS, words);
        MatchResult found = turns.orElse(match(STAYS, words)).getOrElseThrow(() -> new AssertionError(words));
        int loop = trace.loopStart().get();
        int last = turns.isDefined() ? loop : found.group(3) == null ? from : number(found, 3);
        if (from < last || turns.isEmpty()) {
            between(found.group(1), from, last, isSo, value);
        }
        if (turns.isEmpty()) {
            assertSince(last, trace.length(), state -> isSo.test(state, found.group(2)), words);
            return;
        }
        Seq<State> states = Vector.rangeClosed(loop, trace.length()).map(trace::before);
        assertTrue(states.map(value).distinct().size() > 1, words);
        listed(found.group(2), " and ", states.map(value).distinct().size()).peek(all -> {
            states.forEach(state -> assertTrue(all.exists(one -> isSo.test(state, one)), words));
            all.forEach(one -> assertTrue(states.exists(state -> isSo.test(state, one)), one + ": " + words));
        });
    }

    private void between(
            String words, int from, int last, BiPredicate<State, String> isSo, Function<State, String> value) {
        Seq<Integer> changes = Vector.range(from, last)
                .filter(at -> at == from || !value.apply(trace.before(at)).equals(value.apply(trace.before(at - 1))));
        if (words.isEmpty()) {
            assertTrue(changes.isEmpty(), words);
            return;
        }
        listed(words.substring(", then ".length()), ", then ", changes.size())
                .peek(all -> changes.zip(all)
                        .forEach(one -> assertTrue(isSo.test(trace.before(one._1()), one._2()), words)));
    }

    /** The values of a list; of one that only counts them none. */
    private static Option<Seq<String>> listed(String words, String between, int expected) {
        Option<MatchResult> counted = match(OTHERS, words);
        Seq<String> all = Vector.of(words.split(between));
        assertEquals(expected, counted.isDefined() ? number(counted.get(), 1) : all.size(), words);
        return Option.when(counted.isEmpty(), all);
    }

    /** A task is somewhere from a step on, and was elsewhere before; who has not begun is where it was at the start. */
    private void place(MatchResult found) {
        Actor actor = actor(found.group(1));
        boolean begun = found.group(5) == null;
        int from = begun && found.group(3) == null ? number(found, 4) : 0;
        int to = found.group(6) == null ? trace.length() : number(found, 6) - 1;
        String where = begun ? found.group(2) : "";
        Predicate<State> isSo = state ->
                begun ? isAt(actor, state.at(actor), where) : at(state, actor).equals(at(trace.initial(), actor));
        assertSince(from, to, isSo, found.group());
        assertTrue(begun || !name(1).equals(actor.name()), found.group());
        Option.of(found.group(7))
                .forEach(rest -> course(
                        rest,
                        to + 1,
                        (state, words) -> words.equals("has not begun")
                                ? at(state, actor).equals(at(trace.initial(), actor))
                                : isAt(actor, at(state, actor), words.replaceFirst("^at ", "is at ")),
                        state -> at(state, actor).toString()));
    }

    private static Control at(State state, Actor actor) {
        return state.at(actor);
    }

    private static boolean isAt(Actor actor, Control at, String where) {
        return where.equals("has finished")
                ? at == Control.finished()
                : actor.steps()
                                .filter(step -> step.startsAt(at))
                                .exists(step -> where.startsWith("is at " + step.label())
                                        && where.endsWith(carried(Value.of(at).text())))
                        || where.equals("is at " + Value.of(at).text());
    }

    private static String carried(String text) {
        return text.indexOf('[') < 0 ? "" : text.substring(text.indexOf('['));
    }

    private void waits(MatchResult found) {
        State last = trace.last();
        Actor actor = actor(found.group(1));
        assertFalse(Move.in(last).exists(move -> move.step().actor() == actor), found.group());
        Vector.of(found.group(2).split("; "))
                .forEach(label ->
                        assertTrue(actor.steps().exists(step -> step.label().equals(label)), label));
        Option.of(found.group(3)).forEach(values -> {
            String rest = values;
            for (Cell<?> cell : last.model().cells()) {
                rest = rest.replace(cell.name() + " = " + text(last, cell), "");
            }
            assertEquals("", rest.replace(" and ", "").strip(), found.group());
        });
    }

    // --- references ---

    private void ledger(ToldLedger ledger) {
        Counted what = counted(ledger.page());
        assertEquals(books.count(trace.initial(), what).get(), ledger.first(), ledger.page());
        assertEquals(books.count(trace.last(), what).get(), ledger.last(), ledger.page());
        Recount recount = Recount.of(books, trace, what);
        Seq<String> owners = ledger.holdings().map(ToldLedger.Holding::owner);
        recount.moments()
                .flatMap(moment -> moment.filterValues(refs -> refs > 0).keySet())
                .forEach(owner -> assertTrue(owners.contains(owner), owner + " is left out: " + ledger));
        for (int moment = 0; moment <= trace.length(); moment++) {
            for (String owner : owners) {
                assertEquals(recount.of(owner, moment), held(ledger, owner, moment), owner + " at " + moment + ledger);
            }
        }
        ledger.wrongs().forEach(wrong -> wrong(ledger.page(), wrong));
    }

    private static int held(ToldLedger ledger, String owner, int moment) {
        return ledger.holdings()
                .filter(one -> one.owner().equals(owner)
                        && one.since() <= moment
                        && one.until().forAll(until -> until > moment))
                .map(ToldLedger.Holding::refs)
                .sum()
                .intValue();
    }

    private void wrong(String page, ToldLedger.Wrong wrong) {
        Counted what = counted(page);
        Recount recount = Recount.of(books, trace, what);
        String words = wrong.words();
        match(LEAK, words).forEach(found -> leak(what, recount, found));
        match(DOUBLE, words).forEach(found -> {
            event(what, found, 3);
            assertTrue(recount.everSeen().get(number(found, 1)).contains(found.group(3)), words);
            assertEquals(number(found, 2), recount.missing(found.group(3), number(found, 1)), words);
        });
        match(FOREIGN, words).forEach(found -> {
            PageEvent.OnCount put = event(what, found, 3);
            assertFalse(recount.everSeen().get(number(found, 1) - 1).contains(found.group(3)), words);
            assertEquals(number(found, 2), -put.change(), words);
        });
        match(AFTER_LAST, words).forEach(found -> {
            assertTrue(
                    counting(what, found.group(3), number(found, 1))
                            .exists(put -> put.before() <= 0 && put.change() == -number(found, 2)),
                    words);
        });
        match(FROM_ZERO, words).forEach(found -> {
            PageEvent.OnCount get = event(what, found, 3);
            assertTrue(get.before() <= 0 && get.change() == number(found, 2), words);
            assertFalse(recount.isHeld(number(found, 1) - 1), words);
        });
        match(REMOVED, words).forEach(found -> {
            event(what, found, 2);
            assertTrue(books.isGone(trace.before(number(found, 1) - 1), what), words);
        });
        match(UNCOUNTED, words).forEach(found -> {
            Cell<?> cell = cell(found.group(1)).get();
            int from = found.group(2) != null ? 0 : number(found, 3);
            assertSince(from, trace.length(), state -> maps(state, cell, what), words);
        });
        match(OVERFLOW, words).forEach(found -> {
            PageEvent.OnCount get = event(what, found, 3);
            assertTrue(get.change() > 0 && get.after() < get.before(), words);
        });
        match(STORED, words).forEach(found -> {
            PageEvent.OnCount store = event(what, found.group(2), number(found, 1));
            assertTrue(store.isStore(), words);
            assertEquals(number(found, 3), store.before() - recount.of(found.group(2), number(found, 1) - 1), words);
        });
        match(DISAGREE, words).forEach(found -> {
            int from = found.group(2) != null ? 0 : number(found, 3);
            assertSince(from, trace.length(), state -> books.count(state, what).get() < books.held(state, what), words);
            assertEquals(
                    number(found, 1),
                    books.held(trace.last(), what)
                            - books.count(trace.last(), what).get(),
                    words);
        });
        assertTrue(
                Vector.of(LEAK, DOUBLE, FOREIGN, AFTER_LAST, FROM_ZERO, REMOVED, UNCOUNTED, OVERFLOW, STORED, DISAGREE)
                        .exists(pattern -> match(pattern, words).isDefined()),
                words);
    }

    /** More is counted than is held, and the owner, who took them, held less after the step, or had ended. */
    private void leak(Counted what, Recount recount, MatchResult found) {
        String owner = found.group(1);
        int step = number(found, 2);
        State last = trace.last();
        assertTrue(books.count(last, what).get() - books.held(last, what) >= number(found, 3), found.group());
        assertTrue(recount.of(owner, trace.length()) - held(last, what, owner) >= number(found, 3), found.group());
        boolean less = held(trace.before(step), what, owner) < held(trace.before(step - 1), what, owner);
        boolean ended = trace.last()
                .model()
                .actors()
                .exists(actor -> owner.endsWith(actor.name())
                        && trace.before(step).at(actor) == Control.finished()
                        && trace.before(step - 1).at(actor) != Control.finished());
        assertTrue(less || ended, found.group());
    }

    private int held(State state, Counted what, String owner) {
        return books.holds(state, what)
                .filter(one -> one.owner().toString().equals(owner))
                .map(Holds::refs)
                .sum()
                .intValue();
    }

    private static boolean maps(State state, Cell<?> cell, Counted what) {
        return (Object) state.read(cell) instanceof PageRef entry
                && entry.page().exists(what::equals)
                && !entry.isCounted();
    }

    private PageEvent.OnCount event(Counted what, MatchResult found, int owner) {
        return event(what, found.group(owner), number(found, 1));
    }

    private PageEvent.OnCount event(Counted what, String owner, int step) {
        Seq<PageEvent.OnCount> found = counting(what, owner, step);
        assertFalse(found.isEmpty(), "step " + step + " counts nothing of " + what + " for " + owner);
        return found.head();
    }

    private Seq<PageEvent.OnCount> counting(Counted what, String owner, int step) {
        return events(step, PageEvent.OnCount.class)
                .filter(on -> on.what().equals(what) && on.owner().toString().equals(owner));
    }

    // --- sleepers ---

    private void sleeper(ToldSleeper sleeper) {
        State last = trace.last();
        Actor actor = actor(sleeper.task());
        assertTrue(actor.facts(last.at(actor), Sleeps.class).nonEmpty(), sleeper.toString());
        assertFalse(Move.in(last).exists(move -> move.step().actor() == actor), sleeper.toString());
        assertEquals(lastStep(sleeper.task(), trace.length()), sleeper.asleep(), sleeper.toString());
        Option<Counted> awaited =
                actor.facts(last.at(actor), Sleeps.class).head().awaits();
        String words = sleeper.words();
        TaskId task = new TaskId(sleeper.task());
        match(NEVER, words).forEach(found -> {
            acts(found, 1, 2);
            assertTrue(
                    ((Sleepers) (Object) trace.before(number(found, 1))
                                    .read(cell(sleeper.queue()).get()))
                            .holds(task),
                    words);
            assertTrue(changesAwaited(number(found, 1), awaited), words);
            Vector.rangeClosed(number(found, 1) + 1, trace.length())
                    .filter(step -> !name(step).equals(sleeper.task()))
                    .forEach(step ->
                            assertFalse(awaited.isDefined() && changesAwaited(step, awaited), step + ": " + words));
        });
        match(PASSED_OVER, words).forEach(found -> {
            acts(found, 1, 2);
            assertEquals(found.group(3), found.group(4));
            TaskId other = new TaskId(found.group(3));
            assertTrue(
                    woken(number(found, 1)).contains(other)
                            && !woken(number(found, 1)).contains(task),
                    words);
            Vector<Integer> later = Vector.rangeClosed(number(found, 1) + 1, trace.length())
                    .filter(step -> name(step).equals(found.group(3)));
            assertEquals(later.head(), number(found, 5), words);
            assertEquals(sleeper.queue(), found.group(6), words);
            later.forEach(step -> woken(step)
                    .forEach(one -> assertFalse(isQueued(step - 1, sleeper.queue(), one), step + ": " + words)));
            boolean again =
                    isQueued(trace.length(), sleeper.queue(), other) && Sleeps.isAsleep(last, actor(other.name()));
            assertEquals(again ? Integer.toString(later.last()) : null, found.group(7), words);
        });
        match(HELD, words).forEach(found -> {
            int from = found.group(2) != null ? 0 : number(found, 3);
            assertSince(from, trace.length(), state -> held(state, awaited.get(), found.group(1)) > 0, words);
        });
        match(EARLY, words).forEach(found -> {
            acts(found, 1, 2);
            TraceStep step = trace.steps().get(number(found, 1) - 1);
            Cell<?> queue = cell(sleeper.queue()).get();
            assertTrue(step.reads().contains(queue) || step.writes().contains(queue), words);
            assertFalse(((Sleepers) (Object) trace.before(number(found, 1) - 1).read(queue)).holds(task), words);
        });
        match(KEY, words).forEach(found -> {
            acts(found, 1, 2);
            Sleepers queue = (Sleepers) (Object) trace.before(number(found, 1) - 1)
                    .read(cell(sleeper.queue()).get());
            assertTrue(
                    events(number(found, 1), PageEvent.Waking.class)
                            .exists(wake -> queue.key(task).exists(own -> !own.equals(wake.key()))),
                    words);
        });
        match(LOST, words).forEach(found -> {
            acts(found, 1, 2);
            assertTrue(number(found, 1) < sleeper.asleep(), words);
            assertTrue(changesAwaited(number(found, 1), awaited), words);
            awaited.forEach(what -> assertFalse(books.users(last, what).exists(held -> held.refs() > 0), words));
            Seq<String> holders = awaited.toVector()
                    .flatMap(what -> books.holds(last, what))
                    .filter(held -> held.refs() > 0)
                    .map(held -> held.owner().toString())
                    .distinct();
            if (found.group(3) != null) {
                assertTrue(awaited.exists(Counted::isReferences) && holders.isEmpty(), words);
            }
            if (found.group(4) != null) {
                assertEquals(holders, Vector.of(found.group(4).split(", | and ")), words);
            }
        });
        match(BLOCKED, words).forEach(found -> {
            Actor other = actor(found.group(1));
            assertFalse(Move.in(last).exists(move -> move.step().actor() == other), words);
            assertTrue(books.task(last, other).exists(held -> awaited.contains(held.what())), words);
        });
        match(CIRCLE, words).forEach(found -> {
            Actor other = actor(found.group(1));
            assertFalse(Move.in(last).exists(move -> move.step().actor() == other), words);
            assertEquals(sleeper.task(), found.group(3), words);
            acts(found, 4, 3);
            Cell<?> cell = cell(found.group(2)).get();
            int step = number(found, 4);
            assertNotEquals(
                    trace.before(step - 1).read(cell), trace.before(step).read(cell), words);
            assertEquals(trace.before(step).read(cell), last.read(cell), words);
            assertTrue(Move.blockers(last, other).contains(cell), words);
        });
        assertTrue(
                words.equals("never woken: nobody changed what it waits for")
                        || Vector.of(NEVER, PASSED_OVER, HELD, EARLY, KEY, LOST, BLOCKED, CIRCLE)
                                .exists(pattern -> match(pattern, words).isDefined()),
                words);
    }

    private boolean changesAwaited(int step, Option<Counted> awaited) {
        State before = trace.before(step - 1);
        State after = trace.before(step);
        return awaited.map(what -> !books.count(before, what).equals(books.count(after, what)))
                .getOrElse(() -> !before.changed(after).isEmpty());
    }

    private boolean isQueued(int moment, String queue, TaskId who) {
        return ((Sleepers) (Object) trace.before(moment).read(cell(queue).get())).holds(who);
    }

    private Seq<TaskId> woken(int step) {
        return events(step, PageEvent.Waking.class).flatMap(PageEvent.Waking::woken);
    }

    private void acts(MatchResult found, int step, int who) {
        assertEquals(name(number(found, step)), found.group(who), found.group());
    }

    private int lastStep(String task, int until) {
        return Vector.rangeClosed(1, until)
                .filter(step -> name(step).equals(task))
                .lastOption()
                .getOrElse(0);
    }

    // --- the story ---

    private void story(ToldStory story) {
        Seq<Integer> folded = story.folds().flatMap(fold -> Vector.rangeClosed(fold.first(), fold.last()));
        assertEquals(
                Vector.rangeClosed(1, trace.length()),
                folded.appendAll(story.decisive()).sorted().toVector());
        story.folds().forEach(fold -> new FoldReader(trace, fold).check());
        story.links().map(ToldStory.ToldLink::text).forEach(this::link);
        story.missed().map(ToldStory.ToldMissed::text).forEach(this::missed);
        new CommitReader(trace, books, story.commit()).check();
    }

    private void link(String line) {
        MatchResult found = match(LINK, line).getOrElseThrow(() -> new AssertionError(line));
        Cell<?> cell = cell(found.group(3)).get();
        int reader = found.group(1) == null ? trace.length() + 1 : number(found, 1);
        assertEquals(text(trace.before(reader - 1), cell), found.group(4), line);
        if (reader <= trace.length()) {
            assertEquals(trace.steps().get(reader - 1).step().toString(), found.group(2), line);
            assertTrue(trace.steps().get(reader - 1).reads().contains(cell), line);
        }
        int writer = found.group(5) == null ? 0 : number(found, 5);
        if (writer > 0) {
            assertTrue(trace.steps().get(writer - 1).writes().contains(cell) || changes(writer, cell), line);
        }
        Vector.range(writer + 1, reader).forEach(step -> assertFalse(changes(step, cell), step + ": " + line));
    }

    private void missed(String line) {
        MatchResult found = match(MISSED, line).getOrElseThrow(() -> new AssertionError(line));
        Cell<?> cell = cell(found.group(3)).get();
        int reader = number(found, 1);
        int writer = number(found, 5);
        assertTrue(reader < writer && changes(writer, cell), line);
        assertEquals(text(trace.before(reader - 1), cell), found.group(4), line);
        assertEquals(text(trace.before(writer), cell), found.group(7), line);
        assertTrue(trace.steps().get(reader - 1).reads().contains(cell), line);
        Vector.rangeClosed(reader + 1, trace.length())
                .filter(step -> name(step).equals(name(reader)))
                .forEach(step -> assertFalse(
                        trace.steps().get(step - 1).reads().contains(cell), step + " looks again: " + line));
    }

    private boolean changes(int step, Cell<?> cell) {
        return !trace.before(step - 1).read(cell).equals(trace.before(step).read(cell));
    }

    // --- what steps say ---

    private static final Pattern REFS = Pattern.compile("\\brefs (-?\\d+)\\b");

    /** A count that a step says is one that it met or left; a value of a cell that it says it saw is that one. */
    private void step(int index) {
        State before = trace.before(index);
        State after = trace.before(index + 1);
        for (String said : ToldStep.of(before, trace.steps().get(index)).said()) {
            REFS.matcher(said).results().forEach(found -> {
                int refs = number(found, 1);
                assertTrue(
                        books.counted()
                                .exists(what -> books.count(before, what).contains(refs)
                                        || books.count(after, what).contains(refs)),
                        said);
            });
            int equals = said.indexOf(" = ");
            Option<Cell<?>> seen = equals < 0 ? Option.none() : cell(said.substring(0, equals));
            seen.forEach(cell -> assertTrue(
                    text(before, cell).equals(said.substring(equals + 3))
                            || text(after, cell).equals(said.substring(equals + 3)),
                    said));
        }
    }

    // --- looking up ---

    private void assertSince(int from, int to, Predicate<State> isSo, String line) {
        Vector.rangeClosed(from, to)
                .forEach(moment -> assertTrue(isSo.test(trace.before(moment)), moment + ": " + line));
        assertTrue(from == 0 || !isSo.test(trace.before(from - 1)), "not since then: " + line);
    }

    private static Option<MatchResult> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return Option.when(matcher.matches(), matcher::toMatchResult);
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private Option<Cell<?>> cell(String name) {
        return trace.last()
                .model()
                .cells()
                .find(cell -> cell.name().equals(name))
                .map(cell -> cell);
    }

    private static String text(State state, Cell<?> cell) {
        return Value.of(state.read(cell)).text();
    }

    private Counted counted(String name) {
        return books.counted().find(what -> what.toString().equals(name)).get();
    }

    private Actor actor(String name) {
        return trace.last().model().actor(name);
    }

    private String name(int step) {
        return trace.steps().get(step - 1).step().actor().name();
    }

    private <E extends PageEvent> Seq<E> events(int step, Class<E> kind) {
        return trace.steps().get(step - 1).events().filter(kind::isInstance).map(kind::cast);
    }
}
