package pagelife.reports.cli;

import com.google.common.primitives.Ints;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.checker.value.Value;
import pagelife.reports.explore.Guide;
import pagelife.reports.explore.Guide.Mark;
import pagelife.reports.explore.Walk;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Unknown;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.ToldStep;

/**
 * Going through a model in a terminal, or by a script: a command a line. What is wrong with one costs a line and no
 * more.
 */
final class ExploreTerminal {
    private static final String HELP = """
            NUMBER       take this step; several numbers take one after the other
            u [N]        undo the last step, or the last N
            s            every cell of the state
            h            the steps so far
            c            which claims are true here
            v            go to a violation of one of them: which there are
            v CLAIM      go to the shortest violation of this claim
            w FILE       write a litmus test with the steps so far; its name ends in .litmus
            r            begin again
            q            end
            """;

    private final Page page;
    private final Guide guide;
    private final Function<Property, Option<Trace>> search;
    private final Function<Walk, String> test;
    private Walk walk;

    /**
     * A terminal.
     *
     * @param walk where it begins
     * @param search finds a shortest run that breaks a claim, or shows it
     * @param test the litmus test of a walk
     */
    ExploreTerminal(
            Page page, Guide guide, Walk walk, Function<Property, Option<Trace>> search, Function<Walk, String> test) {
        this.page = page;
        this.guide = guide;
        this.walk = walk;
        this.search = search;
        this.test = test;
    }

    /** Reads commands to the end of what there is to read, or to {@code q}. */
    void run(BufferedReader in) throws IOException {
        page.line(guide.model().name() + ": what can be said is shown by ?");
        here();
        for (String line = prompted(in); line != null && !isEnd(line); line = prompted(in)) {
            try {
                obey(line.strip());
            } catch (Misasked e) {
                page.line(page.paint(Tone.BAD, e.getMessage()));
            }
        }
    }

    private String prompted(BufferedReader in) throws IOException {
        page.out().print("> ");
        page.out().flush();
        String line = in.readLine();
        if (line == null) {
            page.line("");
        }
        return line;
    }

    private static boolean isEnd(String line) {
        return line.strip().equals("q");
    }

    private void obey(String line) {
        String word = line.split("\\s+", 2)[0];
        String rest = line.substring(word.length()).strip();
        switch (word) {
            case "" -> here();
            case "?" -> HELP.lines().forEach(page::line);
            case "u" -> undo(rest);
            case "s" -> state();
            case "h" -> steps();
            case "c" -> claims();
            case "v" -> violation(rest);
            case "w" -> write(rest);
            case "r" -> {
                walk = Walk.from(walk.start());
                here();
            }
            default -> take(line);
        }
    }

    private void take(String line) {
        for (String word : line.split("\\s+")) {
            Seq<Move> moves = guide.moves(walk.at());
            int number = Option.of(Ints.tryParse(word))
                    .getOrElseThrow(() -> new UsageException(word + " is not a command: ? shows those there are"));
            if (number < 1 || number > moves.size()) {
                here();
                throw new UsageException(
                        moves.isEmpty()
                                ? "nothing can be done here: u undoes the last step"
                                : "step (" + word + ") must be a number from 1 to " + moves.size());
            }
            Move move = moves.get(number - 1);
            walk = walk.take(move);
            took(move);
        }
        here();
    }

    /** What a step changed, and the claims that it breaks. */
    private void took(Move move) {
        ToldStep told = ToldStep.of(move);
        page.line(page.paint(Tone.STRONG, walk.length() + ". " + told.actor() + ": " + told.label()));
        told.said().forEach(said -> page.hanging("     ", said));
        told.effects().forEach(effect -> page.hanging("     ", effect));
        guide.claims()
                .zip(guide.marks(move))
                .filter(pair -> pair._2() == Mark.BROKEN)
                .forEach(pair -> page.hanging(
                        Tone.BAD,
                        "     breaks ",
                        pair._1().id() + ": " + pair._1().claim()));
    }

    private void undo(String howMany) {
        int number = howMany.isEmpty() ? 1 : Amount.small("u", howMany);
        if (walk.length() == 0) {
            throw new UsageException("this is the start: there is nothing to undo");
        }
        walk = walk.back(number);
        here();
    }

    /** Where one is, what is false there, and what can be done. */
    private void here() {
        Seq<Move> moves = guide.moves(walk.at());
        page.line(walk.length() == 0 ? "at the start" : "after step " + walk.length());
        broken(moves).forEach(claim -> page.hanging(Tone.BAD, "  false here ", claim.id() + ": " + claim.claim()));
        if (moves.isEmpty()) {
            page.line("  nobody can move");
        }
        int widest = Wrap.widest(moves.map(move -> move.step().actor().name()));
        for (int i = 0; i < moves.size(); i++) {
            ToldStep told = ToldStep.of(moves.get(i));
            String head = Wrap.pad("  " + (i + 1), 5) + Wrap.pad(told.actor(), widest) + "  ";
            String kept = told.choices().appendAll(told.kept()).mkString(" [", ", ", "]");
            page.hanging(
                    head,
                    told.label()
                            + (kept.equals(" []") ? "" : kept)
                            + told.effects().mkString(told.effects().isEmpty() ? "" : "   ", "; ", ""));
        }
    }

    private Seq<Property> broken(Seq<Move> moves) {
        return guide.claims()
                .zip(guide.marks(walk.at(), moves))
                .filter(pair -> pair._2() == Mark.BROKEN)
                .map(pair -> pair._1());
    }

    /** Every cell; those that the last step changed with what was there before. */
    private void state() {
        State now = walk.at();
        State before = walk.length() == 0 ? now : walk.before(walk.length() - 1);
        int widest = Wrap.widest(now.model().cells().map(Cell::name));
        for (Cell<?> cell : now.model().cells()) {
            String value = Value.of(now.read(cell)).text();
            boolean changed = before.changed(now).contains(cell);
            String old = changed ? Value.of(before.read(cell)).text() + " -> " : "";
            page.hanging((changed ? "* " : "  ") + Wrap.pad(cell.name(), widest) + "  ", old + value);
        }
    }

    private void steps() {
        if (walk.length() == 0) {
            page.line("  none yet");
        }
        for (int i = 0; i < walk.length(); i++) {
            page.line("  " + (i + 1) + ". " + walk.steps().get(i).step());
        }
    }

    private void claims() {
        Map<Mark, String> words = LinkedHashMap.of(
                Mark.BROKEN, "false", Mark.HAPPENS, "happens", Mark.QUIET, "-", Mark.NONE, "about steps or runs");
        Seq<Mark> marks = guide.marks(walk.at(), guide.moves(walk.at()));
        for (int i = 0; i < marks.size(); i++) {
            Property claim = guide.claims().get(i);
            boolean quiet = marks.get(i) == Mark.QUIET && claim.kind() != Kind.SOMETIMES;
            page.hanging(
                    "  " + Wrap.pad(quiet ? "true" : words.get(marks.get(i)).get(), 8) + " ",
                    claim.id() + ": " + claim.claim());
        }
    }

    private void violation(String name) {
        if (name.isEmpty()) {
            guide.claims().forEach(claim -> page.hanging("  v " + claim.id() + "  ", claim.claim()));
            return;
        }
        Property claim = guide.claims()
                .find(known -> known.isCalled(name))
                .getOrElseThrow(() -> Unknown.name("claim", name, guide.claims().map(Property::id), "v shows all"));
        Trace trace = search.apply(claim)
                .getOrElseThrow(() -> new UsageException("no run breaks " + claim.id() + ", as far as was looked"));
        walk = Walk.along(trace);
        steps();
        here();
    }

    private void write(String name) {
        if (!name.endsWith(".litmus")) {
            throw new UsageException("w (" + name + ") must name a file that ends in .litmus");
        }
        Folder.write(Request.path("w", name), test.apply(walk));
        page.line("written " + name + ": ./check " + name + " runs it");
    }
}
