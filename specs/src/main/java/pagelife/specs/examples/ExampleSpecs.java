package pagelife.specs.examples;

import pagelife.specs.own.StudyShelf;

/** The ladder: one mistake to a page, in the order in which they build on each other, and two old friends. */
public final class ExampleSpecs {
    private ExampleSpecs() {}

    /** The shelf. */
    public static StudyShelf table() {
        return new StudyShelf(
                "examples",
                "one mistake to a page, broken beside fixed",
                new LostUpdate(),
                new CheckThenGet(),
                new GetUnlessZero(),
                new KrefTeardown(),
                new LostWakeUp(),
                new WrongWakeKey(),
                new ExclusiveWake(),
                new PercpuRefTeardown(),
                new RcuLookup(),
                new SeqlockReader(),
                new AbaOnReuse(),
                new FlushDeadlock(),
                new Peterson(),
                new DiningPhilosophers());
    }
}
