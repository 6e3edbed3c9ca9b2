package pagelife.reports.traces;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.reports.format.PerTrace;
import pagelife.reports.format.TracedFinding;
import pagelife.reports.page.Page;
import pagelife.reports.page.Printable;
import pagelife.reports.told.ToldStep;
import pagelife.reports.told.ToldTrace;

/**
 * A graph of events for Graphviz, as the literature on memory models draws it: a column for each task with its steps in
 * order, and an edge from a write of another task to the read that sees it.
 */
public final class DotFormat extends PerTrace {
    /** The format; {@code witnesses}: whether traces that show what is so are wanted, too. */
    public DotFormat(boolean witnesses) {
        super(witnesses);
    }

    @Override
    protected void write(TracedFinding found, Page page) {
        ToldTrace trace = found.trace();
        page.out()
                .print("digraph trace {\n  label=" + quoted(found.title()) + ";\n  labelloc=t;\n"
                        + "  node [shape=box, fontname=\"monospace\", fontsize=10];\n"
                        + "  edge [fontname=\"monospace\", fontsize=9];\n");
        trace.actors().zipWithIndex().forEach(actor -> column(page, trace, actor._1(), actor._2()));
        for (int reader = 2; reader <= trace.length(); reader++) {
            seen(page, trace, reader);
        }
        page.out().print("}\n");
    }

    private static void column(Page page, ToldTrace trace, String actor, int number) {
        page.out().print("  subgraph cluster_" + number + " {\n    label=" + quoted(actor) + ";\n");
        int last = 0;
        for (int i = 1; i <= trace.length(); i++) {
            ToldStep step = trace.steps().get(i - 1);
            if (step.actor().equals(actor)) {
                page.out().print("    s" + i + " [label=" + quoted(label(step, i)) + "];\n");
                if (last > 0) {
                    page.out().print("    s" + last + " -> s" + i + " [weight=9];\n");
                }
                last = i;
            }
        }
        page.out().print("  }\n");
    }

    private static String label(ToldStep step, int number) {
        Seq<String> lines = step.effects().prepend(number + ". " + step.label());
        return (step.function().isEmpty() ? lines : lines.insert(1, step.function() + "()")).mkString("\n");
    }

    /** The steps of other tasks that wrote what a step read. */
    private static void seen(Page page, ToldTrace trace, int reader) {
        ToldStep step = trace.steps().get(reader - 1);
        Map<Integer, Seq<String>> read = step.reads()
                .filter(cell -> writer(trace, cell, reader) > 0)
                .groupBy(cell -> writer(trace, cell, reader))
                .mapValues(cells -> (Seq<String>) cells);
        read.toVector()
                .sortBy(entry -> entry._1())
                .filter(entry -> !trace.steps().get(entry._1() - 1).actor().equals(step.actor()))
                .forEach(entry -> page.out()
                        .print("  s" + entry._1() + " -> s" + reader
                                + " [style=dashed, color=blue, constraint=true, label="
                                + quoted(entry._2().mkString("\n")) + "];\n"));
    }

    /** The last step before that one which changed the cell; 0 if none did. */
    private static int writer(ToldTrace trace, String cell, int reader) {
        return 1
                + trace.steps()
                        .take(reader - 1)
                        .lastIndexWhere(step -> step.changed().contains(cell));
    }

    private static String quoted(String text) {
        return "\""
                + Printable.of(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
