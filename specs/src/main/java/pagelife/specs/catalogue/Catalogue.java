package pagelife.specs.catalogue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.bench.DaxSpecs;
import pagelife.specs.bench.PhilosophersSpecs;
import pagelife.specs.devdax.DevdaxSpecs;
import pagelife.specs.entrylock.EntrylockSpecs;
import pagelife.specs.examples.ExampleSpecs;
import pagelife.specs.field.FieldSpecs;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.gup.GupSpecs;
import pagelife.specs.layouts.LayoutsSpecs;
import pagelife.specs.migrate.MigrateSpecs;
import pagelife.specs.pagefree.PagefreeSpecs;
import pagelife.specs.share.ShareSpecs;
import pagelife.specs.stride.StrideSpecs;
import pagelife.specs.tails.TailsSpecs;
import pagelife.specs.teardown.TeardownSpecs;
import pagelife.specs.waitwake.WaitwakeSpecs;

/** Everything we expect, of every family. */
public final class Catalogue {
    private Catalogue() {}

    /** The families with their claims, in the order to report. */
    public static Seq<FamilySpecs<?>> families() {
        return Vector.of(
                FsdaxSpecs.table(),
                DevdaxSpecs.table(),
                StrideSpecs.table(),
                PagefreeSpecs.table(),
                MigrateSpecs.table(),
                GupSpecs.table(),
                WaitwakeSpecs.table(),
                EntrylockSpecs.table(),
                LayoutsSpecs.table(),
                TeardownSpecs.table(),
                TailsSpecs.table(),
                ShareSpecs.table(),
                FieldSpecs.table(),
                ExampleSpecs.table(),
                DaxSpecs.table(),
                PhilosophersSpecs.table());
    }

    /** The specs of all families, in that order. Their ids are unique. */
    public static Seq<Spec> specs() {
        return families().flatMap(FamilySpecs::specs);
    }
}
