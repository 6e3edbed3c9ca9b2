package pagelife.specs.stride;

import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.models.stride.Stride;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.Witnesses;

/** What we expect of the yield of the put loop. */
public final class StrideSpecs {
    private static final String OFTEN = "yields often enough";
    private static final String SELDOM = "yields seldom enough";

    private StrideSpecs() {}

    /** The table. */
    public static TabledSpecs<Stride> table() {
        String seed = "reply of Dan Williams to 20210714193542.21857-13-joao.m.martins@oracle.com";
        String merged = "diff context of 27674ef6c73f";
        return TabledSpecs.of(Stride.family(), StrideSpecs::claims)
                .and(row("original").violated(SELDOM, 3).cites(seed).why("every 4 pages is every 2 compounds"))
                .and(row("wanted").cites(seed).why("every 4 iterations, as was meant"))
                .and(row("wanted")
                        .label("odd-start")
                        .within(Stride.FIRST, 1)
                        .violated(OFTEN, 5)
                        .cites("mm/memremap.c pfn_first: an altmap shifts it")
                        .why("no pfn is ever a multiple of the stride"))
                .and(row("merged").violated(SELDOM, 3).cites(merged).why("yields whenever it should not"))
                .and(row("wanted")
                        .label("128-GiB-by-1G")
                        .within(Stride.EVERY, 1024)
                        .within(Stride.STRIDE, 262144)
                        .within(Stride.ITERATIONS, 128)
                        .cites(seed)
                        .why("one yield"))
                .and(row("merged")
                        .label("128-GiB-by-1G")
                        .within(Stride.EVERY, 1024)
                        .within(Stride.STRIDE, 262144)
                        .within(Stride.ITERATIONS, 128)
                        .violated(SELDOM, 3)
                        .cites(merged)
                        .why("127 yields"));
    }

    private static Seq<Property> claims(Stride stride) {
        return Vector.of(
                Invariant.always(
                                OFTEN,
                                "no more iterations pass without a yield than should",
                                view -> view.read(stride.sinceYield()) <= stride.every())
                        .told(run -> run.end().read(stride.sinceYield())
                                + " iterations have passed without a yield after step " + run.length()
                                + ", and it should yield every " + stride.every()),
                Invariant.always(
                                SELDOM,
                                "there is at most one yield for each such number of iterations, and one more",
                                view -> view.read(stride.yields())
                                        <= view.read(stride.iterations()) / stride.every() + 1)
                        .told(run -> "the loop has yielded " + run.end().read(stride.yields()) + " times in "
                                + run.end().read(stride.iterations()) + " iterations after step " + run.length()
                                + ", and it should yield every " + stride.every()),
                Witnesses.canEnd(stride.loop()));
    }
}
