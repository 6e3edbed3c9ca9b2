package pagelife.reports;

import pagelife.reports.told.Part;

/** What a report says: the root of a tree of {@linkplain Part parts}, which a
 * {@link pagelife.reports.format.ReportFormat} writes. */
public interface Report extends Part {
    /** The name and the version of its document, such as {@code pagelife-check/2}. */
    String format();

    /** What kind of report it is: the word in its {@link #format}, such as {@code check}. */
    default String kind() {
        return format().substring(format().indexOf('-') + 1, format().indexOf('/'));
    }

    /** What it is about, such as {@code fsdax/6.1}; empty if that is all that there is. */
    default String subject() {
        return "";
    }

    /** Calls the case for a report of this kind. */
    void accept(Cases cases);

    /** One case for each kind of report. */
    interface Cases {
        /** One check. */
        void check(CheckReport report);

        /** Litmus tests. */
        void litmus(LitmusReport report);

        /** The catalogue. */
        void catalogue(CatalogueReport report);

        /** The statements of the mail threads. */
        void claims(ClaimsReport report);

        /** A design space. */
        void matrix(MatrixReport report);

        /** What device-dax costs. */
        void cost(CostReport report);

        /** What there is to check. */
        void list(ListReport report);

        /** Runs that were kept, executed again. */
        void replay(ReplayReport report);

        /** How fast the checker is. */
        void bench(BenchReport report);

        /** Recordings of kernels. */
        void observe(ObserveReport report);

        /** Two protocols side by side. */
        void diff(DiffReport report);

        /** The steps of a protocol. */
        void steps(StepsReport report);

        /** Twins. */
        void twins(TwinsReport report);

        /** What holds for any number of tasks, of many variants. */
        void reach(ReachReport report);

        /** What holds for any number of tasks. */
        void any(AnyReport report);

        /** How far answers reach. */
        void sweep(SweepReport report);

        /** Mutants. */
        void mutants(MutantsReport report);

        /** Named mutants. */
        void named(NamedReport report);

        /** All small workloads. */
        void workloads(WorkloadsReport report);

        /** Random workloads. */
        void fuzz(FuzzReport report);

        /** What is in a folder of checkpoints. */
        void doctor(DoctorReport report);
    }
}
