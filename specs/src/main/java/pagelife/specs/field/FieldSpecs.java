package pagelife.specs.field;

import pagelife.specs.own.StudyShelf;

/** Public reports of the years 2020 to 2026, each as its reader would write it down. */
public final class FieldSpecs {
    private FieldSpecs() {}

    /** The shelf. */
    public static StudyShelf table() {
        return new StudyShelf(
                "field",
                "bugs of the years 2020 to 2026, as they were reported",
                new NvRemove(),
                new ZcrxUref(),
                new MdFlush(),
                new DaxMapping(),
                new ZoneFree(),
                new FolioPutWake(),
                new LongtermBatch(),
                new BlkRestart(),
                new SoftleafBarrier(),
                new SunrpcWake(),
                new XfrmKeepalive(),
                new XfrmDevPut());
    }
}
