package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.AnyReport;
import pagelife.reports.BenchReport;
import pagelife.reports.CatalogueReport;
import pagelife.reports.CheckReport;
import pagelife.reports.ClaimsReport;
import pagelife.reports.CostReport;
import pagelife.reports.DiffReport;
import pagelife.reports.DoctorReport;
import pagelife.reports.FuzzReport;
import pagelife.reports.Line;
import pagelife.reports.ListReport;
import pagelife.reports.LitmusReport;
import pagelife.reports.MatrixReport;
import pagelife.reports.MutantsReport;
import pagelife.reports.NamedReport;
import pagelife.reports.ObserveReport;
import pagelife.reports.ReachReport;
import pagelife.reports.ReplayReport;
import pagelife.reports.Report;
import pagelife.reports.StepsReport;
import pagelife.reports.SweepReport;
import pagelife.reports.ToldSpec;
import pagelife.reports.ToldTest;
import pagelife.reports.TwinsReport;
import pagelife.reports.WorkloadsReport;
import pagelife.reports.format.Detail;
import pagelife.reports.format.Growing;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;

/**
 * Text for people, as wide as the page.
 *
 * @param detail how much of the runs is wanted
 */
public record TextFormat(Detail detail) implements ReportFormat {
    private static final String SPEC = "spec";
    private static final String TEST = "test";

    @Override
    public void write(Report report, Page page) {
        report.accept(new Kinds(page, detail));
    }

    /** Writes each line as soon as it is known, and the summary in the end. */
    @Override
    public Growing<Line> lines(String noun, Seq<String> ids, Page page) {
        CatalogueText text = new CatalogueText(page, noun, ids);
        return new Growing<>() {
            @Override
            public void add(Line line) {
                text.print(line);
                page.out().flush();
            }

            @Override
            public void end(Report whole) {
                whole.accept(new Summary(text, page));
            }
        };
    }

    /** Writes what is not as expected as soon as it is known, and all else in the end. */
    @Override
    public Growing<Line> overview(Seq<String> ids, Page page) {
        CatalogueText text = new CatalogueText(page, SPEC, ids);
        return new Growing<>() {
            @Override
            public void add(Line line) {
                if (!line.asExpected()) {
                    text.print(line);
                    page.out().flush();
                }
            }

            @Override
            public void end(Report whole) {
                whole.accept(new Overview(text, page));
            }
        };
    }

    /** Writes what is said of each subject as soon as it is measured. */
    @Override
    public Growing<BenchReport.Subject> measurements(BenchReport.Machine machine, Page page) {
        BenchText text = new BenchText(page);
        text.machine(machine);
        return new Growing<>() {
            @Override
            public void add(BenchReport.Subject subject) {
                text.subject(subject);
            }

            @Override
            public void end(Report whole) {} // it is written
        };
    }

    /** The summary of what was written line by line; of a report without lines all of it. */
    private static final class Summary extends Kinds {
        private final CatalogueText text;

        Summary(CatalogueText text, Page page) {
            super(page, Detail.USUAL);
            this.text = text;
        }

        @Override
        public void litmus(LitmusReport report) {
            text.summary(report.tests(), report.notRun(), report.measured().nanos());
        }

        @Override
        public void catalogue(CatalogueReport report) {
            text.summary(report.specs(), report.notChecked(), report.measured().nanos());
        }
    }

    /** The catalogue at a glance, behind what was not as expected. */
    private static final class Overview extends Kinds {
        private final CatalogueText text;
        private final CatalogueScreen screen;

        Overview(CatalogueText text, Page page) {
            super(page, Detail.USUAL);
            this.text = text;
            this.screen = new CatalogueScreen(page);
        }

        @Override
        public void catalogue(CatalogueReport report) {
            if (report.asExpected() < report.specs().size()) {
                text.blank();
            }
            screen.print(report);
            text.summary(report.specs(), report.notChecked(), report.measured().nanos());
            screen.more();
        }
    }

    /** A whole report of each kind. */
    private static class Kinds implements Report.Cases {
        private final Page page;
        private final Detail detail;

        Kinds(Page page, Detail detail) {
            this.page = page;
            this.detail = detail;
        }

        @Override
        public void check(CheckReport report) {
            new CheckText(page, detail).print(report);
        }

        /** One test with all that is known of it, several with a line each. */
        @Override
        public void litmus(LitmusReport report) {
            if (report.tests().size() == 1 && report.notRun() == 0) {
                new LitmusText(page, detail).print(report.tests().head(), report.measured());
                return;
            }
            CatalogueText text = new CatalogueText(page, TEST, report.tests().map(ToldTest::id));
            report.tests().forEach(text::print);
            text.summary(report.tests(), report.notRun(), report.measured().nanos());
        }

        @Override
        public void catalogue(CatalogueReport report) {
            CatalogueText text = new CatalogueText(page, SPEC, report.specs().map(ToldSpec::id));
            report.specs().forEach(text::print);
            text.summary(report.specs(), report.notChecked(), report.measured().nanos());
        }

        @Override
        public void claims(ClaimsReport report) {
            new ClaimsText(page).print(report);
        }

        @Override
        public void matrix(MatrixReport report) {
            new MatrixText(page, report).print();
        }

        @Override
        public void cost(CostReport report) {
            new CostText(page).print(report);
        }

        @Override
        public void list(ListReport report) {
            new ListText(page).print(report);
        }

        @Override
        public void replay(ReplayReport report) {
            new ReplayText(page).print(report);
        }

        @Override
        public void observe(ObserveReport report) {
            new ObserveText(page).print(report);
        }

        @Override
        public void bench(BenchReport report) {
            BenchText text = new BenchText(page);
            text.machine(report.machine());
            report.subjects().forEach(text::subject);
        }

        @Override
        public void diff(DiffReport report) {
            new DiffText(page, report).print();
        }

        @Override
        public void steps(StepsReport report) {
            new StepsText(page).print(report);
        }

        @Override
        public void named(NamedReport report) {
            new NamedText(page, report).print();
        }

        @Override
        public void twins(TwinsReport report) {
            new TwinsText(page, report).print();
        }

        @Override
        public void any(AnyReport report) {
            new AnyText(page, report).print();
        }

        @Override
        public void reach(ReachReport report) {
            new ReachText(page, report).print();
        }

        @Override
        public void sweep(SweepReport report) {
            new SweepText(page, report).print();
        }

        @Override
        public void mutants(MutantsReport report) {
            new MutantsText(page, report).print();
        }

        @Override
        public void fuzz(FuzzReport report) {
            new FuzzText(page, report).print();
        }

        @Override
        public void workloads(WorkloadsReport report) {
            new WorkloadsText(page, report).print();
        }

        @Override
        public void doctor(DoctorReport report) {
            DoctorText.print(page, report);
        }
    }
}
