package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import pagelife.specs.matrix.Combination;
import pagelife.specs.matrix.DesignSpace;
import pagelife.specs.matrix.Goal;
import pagelife.specs.matrix.Judged;
import pagelife.specs.matrix.Matrix;

/** A design space for people: what means nothing, the kernels, what is safe, what repairs what, and the questions. */
public final class MatrixText {
    private final Page page;
    private final Matrix matrix;
    private final DesignSpace space;
    private final Function<Combination, String> command;

    /**
     * Writes to {@code page}.
     *
     * @param command the command that checks a combination
     */
    public MatrixText(Page page, Matrix matrix, Function<Combination, String> command) {
        this.page = page;
        this.matrix = matrix;
        this.space = matrix.space();
        this.command = command;
    }

    /** Writes the report. */
    public void print(long nanos) {
        head();
        kernels();
        safe(space.goals().get(space.goals().size() - 2), space.goals().last());
        if (matrix.isWhole()) { // what repairs what, and what is nearest, cannot be told from a part
            space.goals().tail().forEach(this::repairs);
            questions();
        }
        page.line("");
        if (!matrix.isWhole()) {
            page.hanging(
                    Tone.STRONG,
                    "interrupted  ",
                    Amounts.counted(matrix.missing(), "combination") + " not checked; what is said above is so of the "
                            + Amounts.grouped(matrix.judged().size()) + " that were");
        }
        page.hanging(
                "explored     ",
                Amounts.counted(matrix.models(), "model") + ", " + Amounts.counted(matrix.states(), "state") + " in "
                        + Amounts.seconds(nanos));
    }

    private void head() {
        Seq<Combination> all = space.combinations();
        page.hanging(
                Tone.STRONG,
                space.family() + "  ",
                Amounts.counted(all.size(), "combination") + " of "
                        + space.dimensions().size() + " rules, of which "
                        + Amounts.grouped(all.size() - matrix.judged().size() - matrix.missing()) + " mean nothing");
        for (var dimension : space.dimensions()) {
            page.hanging(
                    "  " + Wrap.pad(dimension.name(), 20), dimension.names().mkString(" | "));
        }
        title("left out");
        for (var exclusion : space.exclusions()) {
            int count = all.count(one -> space.exclusion(one).contains(exclusion.reason()));
            page.hanging("  " + Wrap.pad(Amounts.grouped(count), 6), exclusion.reason());
        }
    }

    private void title(String text) {
        page.line("");
        page.line(page.paint(Tone.STRONG, text));
    }

    private void kernels() {
        title("kernels, and what is broken in how many steps");
        int names = Wrap.widest(space.kernels().keySet().toVector()) + 2;
        space.kernels().forEach((name, combination) -> {
            if (!matrix.judged().exists(one -> one.combination().equals(combination))) {
                page.hanging("  " + Wrap.pad(name, names), "not checked");
                return;
            }
            Judged judged = matrix.at(combination);
            Seq<String> met = space.goals().filter(goal -> goal.isMet(judged)).map(Goal::name);
            String best = met.isEmpty() ? "" : met.last() + "; ";
            page.hanging("  " + Wrap.pad(name, names), best + broken(judged));
        });
    }

    private static String broken(Judged judged) {
        return judged.broken().isEmpty()
                ? "nothing is broken"
                : judged.broken()
                        .toVector()
                        .map(entry -> entry._1() + " " + entry._2())
                        .mkString(", ");
    }

    /** The combinations that meet a goal: what they have in common, and for each what they have not. */
    private void safe(Goal goal, Goal more) {
        Seq<Judged> found = matrix.meeting(goal);
        title(goal.name() + ": " + found.size() + " of " + matrix.judged().size());
        Seq<String> common = space.dimensions()
                .map(dimension -> dimension.name())
                .filter(name ->
                        found.map(one -> one.combination().get(name)).distinct().size() == 1);
        if (!found.isEmpty()) {
            page.hanging(
                    "  all have  ", texts(found.head().combination(), common).mkString("  "));
        }
        Seq<String> others =
                space.dimensions().map(dimension -> dimension.name()).removeAll(common);
        for (Judged one : found) {
            String rest = more.isMet(one) ? more.name() : broken(one);
            page.hanging("  ", texts(one.combination(), others).mkString("  ") + ": " + rest);
        }
    }

    private static Seq<String> texts(Combination combination, Seq<String> names) {
        return names.map(name -> name + "=" + combination.get(name));
    }

    /** How many combinations each single change repairs, and the kernels among them. */
    private void repairs(Goal goal) {
        Seq<Judged> others = matrix.judged().reject(goal::isMet);
        Seq<Repair> repairs = others.flatMap(
                one -> matrix.repairs(one.combination(), goal).map(change -> new Repair(change, one.combination())));
        int near = repairs.map(Repair::combination).distinct().size();
        title("one change from " + goal.name() + ": " + near + " of the other " + others.size());
        for (String change : repairs.map(Repair::change).distinct().sorted()) {
            Seq<Combination> mended =
                    repairs.filter(repair -> repair.change().equals(change)).map(Repair::combination);
            Seq<String> known = space.kernels()
                    .filter(kernel -> mended.contains(kernel._2()))
                    .keySet()
                    .toVector();
            String among = known.isEmpty() ? "" : ", among them " + known.mkString(", ");
            page.hanging("  " + Wrap.pad(change, 30), Amounts.counted(mended.size(), "combination") + among);
        }
    }

    private record Repair(String change, Combination combination) {}

    private void questions() {
        for (DesignSpace.Question question : space.questions()) {
            title(question.text());
            Combination start = space.kernels().get(question.kernel()).get();
            Seq<Combination> found = matrix.nearest(start, question.goal());
            if (found.isEmpty()) {
                page.line("  no combination gets there");
            }
            Seq<String> words = Vector.of("nothing", "one rule", "two rules", "three rules", "four rules");
            for (Combination one : found) {
                Seq<String> changes = start.changesTo(one);
                String count = changes.size() < words.size() ? words.get(changes.size()) : changes.size() + " rules";
                page.hanging("  ", count + " from " + question.kernel() + ": " + changes.mkString(", "));
                page.hanging(Tone.FAINT, "    ", command.apply(one));
            }
        }
    }
}
