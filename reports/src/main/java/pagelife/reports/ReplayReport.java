package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.reports.told.Part;
import pagelife.specs.kept.Divergence;
import pagelife.specs.kept.KeptTest;
import pagelife.specs.kept.Reading;
import pagelife.specs.kept.Refusal;
import pagelife.specs.kept.Retraced;

/**
 * Runs that were kept, executed again.
 *
 * @param against the protocol that was named to execute them in; empty for those that the files name
 * @param asExpected how many of them came out as was to be expected
 * @param runs each of them
 * @param measured all that may differ from one time to the next
 */
public record ReplayReport(Option<String> against, int asExpected, Seq<Told> runs, CatalogueReport.Taken measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-replay/1";

    /** Its kind: see {@link Report#kind}. */
    public static final String KIND = "replay";

    /** What a run was expected to do. */
    public enum Wanted {
        /** It was kept of this protocol: it reproduces. */
        REPRODUCES,
        /** The file says that this protocol is fixed: it refuses the run. */
        REFUSED,
        /** The user wants to know. */
        ASKED
    }

    /**
     * A run, executed in one protocol.
     *
     * @param file the file
     * @param claim what the run was kept for
     * @param length its steps
     * @param variant the variant in which it was executed
     * @param rules rules set otherwise there
     * @param wanted what was expected
     * @param asExpected whether it came out so
     * @param outcome what came out
     * @param words the same in a sentence
     * @param divergence the first step that did something else; empty if none did
     * @param refusal the step that could not be taken; empty if all could
     * @param notes steps that stand for other functions there, and steps that were put in, each in words
     * @param command the command that executes it alone
     */
    public record Told(
            String file,
            String claim,
            int length,
            String variant,
            Map<String, String> rules,
            Wanted wanted,
            boolean asExpected,
            Retraced.Outcome outcome,
            String words,
            Option<ToldDivergence> divergence,
            Option<ToldRefusal> refusal,
            Seq<String> notes,
            String command)
            implements Part {
        /** What is told of a run. */
        public static Told of(String file, KeptTest.Done done, Wanted wanted, String command) {
            Retraced.Outcome outcome = done.retraced().outcome();
            return new Told(
                    file,
                    done.condition().name(),
                    done.condition().run().get().steps().size(),
                    done.at().variant().text(),
                    pagelife.reports.told.Told.words(done.at().ruled()),
                    wanted,
                    wanted == Wanted.REPRODUCES
                            ? outcome == Retraced.Outcome.REPRODUCES
                            : wanted == Wanted.ASKED || outcome == Retraced.Outcome.GONE,
                    outcome,
                    ReplayWords.of(done),
                    done.retraced().divergence().map(ToldDivergence::of),
                    done.retraced().refusal().map(ToldRefusal::of),
                    done.retraced().notes(),
                    command);
        }

        /** The protocol in which it was executed. */
        public String where() {
            return (variant + " " + pagelife.reports.told.Told.line(rules)).strip();
        }
    }

    /**
     * A step that did something else.
     *
     * @param step which step, from 1
     * @param taken it
     * @param cells the cells that came to hold something else
     */
    public record ToldDivergence(int step, String taken, Seq<Cell> cells) implements Part {
        private static ToldDivergence of(Divergence one) {
            return new ToldDivergence(
                    one.step(), one.taken(), one.cells().map(cell -> new Cell(cell.cell(), cell.kept(), cell.now())));
        }

        /** A cell, what it held when the run was kept, and what it holds now. */
        public record Cell(String cell, String kept, String now) implements Part {}
    }

    /**
     * A step that could not be taken.
     *
     * @param step which step, from 1
     * @param taken it
     * @param function the function that it stood for; empty if that is not known
     * @param why why not
     * @param where where its task is instead
     * @param since which step led it there; 0 for none
     * @param reads what decided
     * @param others steps that may have come of it, or its choices, or the tasks that there are
     */
    public record ToldRefusal(
            int step,
            String taken,
            String function,
            Refusal.Why why,
            String where,
            int since,
            Seq<ToldReading> reads,
            Seq<String> others)
            implements Part {
        private static ToldRefusal of(Refusal one) {
            return new ToldRefusal(
                    one.step(),
                    one.taken(),
                    one.function(),
                    one.why(),
                    one.where(),
                    one.since(),
                    one.reads().map(ToldReading::of),
                    one.others());
        }
    }

    /** A cell that was read, and what it held. */
    public record ToldReading(String cell, String value) implements Part {
        private static ToldReading of(Reading one) {
            return new ToldReading(one.cell(), one.value());
        }
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.replay(this);
    }
}
