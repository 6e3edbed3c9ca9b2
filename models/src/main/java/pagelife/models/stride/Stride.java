package pagelife.models.stride;

import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.TabledFamily;
import pagelife.models.devdax.YieldStride.Test;

/**
 * The loop that puts the pages of a device at removal, and how often it yields: mm/memremap.c pfn_next. One step is one
 * iteration. {@link pagelife.models.devdax.YieldStride} counts the same in closed form.
 */
public final class Stride implements Protocol {
    /** When the loop yields. */
    static final Rule<Test> TEST = Rule.of("test", "when it yields", Test.WANTED);

    /** After how many iterations it should. */
    public static final Rule<Integer> EVERY = Rule.number("every", "iterations after which it should yield", 4, 1024);

    /** By how many pages it goes. */
    public static final Rule<Integer> STRIDE = Rule.number("stride", "pages of a compound page", 2, 1, 512, 262144);

    /** Where it begins. */
    public static final Rule<Integer> FIRST =
            Rule.number("first", "the first pfn; 1 stands for a memory map that takes the first pages", 0, 1);

    /** How far it goes. */
    public static final Rule<Integer> ITERATIONS = Rule.number("iterations", "compound pages", 16, 128);

    private static final String LOOP = "memunmap";

    private final Test test;
    private final int every;
    private final long stride;
    private final long end;
    private final Cell<Long> iterations;
    private final Cell<Long> yields;
    private final Cell<Long> sinceYield;
    private final Model model;

    private Stride(String name, Choices rules, Choices bounds) {
        this.test = rules.get(TEST);
        this.every = bounds.get(EVERY);
        this.stride = bounds.get(STRIDE);
        long first = bounds.get(FIRST);
        this.end = first + stride * bounds.get(ITERATIONS);
        ModelBuilder builder = Model.builder(name);
        this.iterations = builder.cell("iterations", Long.class, 0L);
        this.yields = builder.cell("yields", Long.class, 0L);
        this.sinceYield = builder.cell("sinceYield", Long.class, 0L);
        builder.task(LOOP)
                .begins(now -> now.hand(first))
                .in("mm/memremap.c", "pfn_next", "5.17")
                .step("next put page", Long.class, this::visit);
        this.model = builder.build();
    }

    /** The family. */
    public static TabledFamily<Stride> family() {
        return TabledFamily.table("stride", "how often the loop that puts a device's pages yields")
                .rule(TEST)
                .bound(EVERY)
                .bound(STRIDE)
                .bound(FIRST)
                .bound(ITERATIONS)
                .variant(
                        "original",
                        "pfn % 1024 == 0, though the loop goes by compounds",
                        "the fix as first posted",
                        TEST.is(Test.ORIGINAL))
                .variant("wanted", "pfn % (1024 * geometry) == 0", "never")
                .variant("merged", "pfn % (1024 * geometry), as posted in review", "5.17", TEST.is(Test.MERGED))
                .madeBy(Stride::new);
    }

    private void visit(Now now, long pfn) {
        boolean rest = yieldsAt(pfn);
        now.saw("%s %% %s == %s: %s", pfn, divisor(), pfn % divisor(), rest ? "yield" : "go on");
        now.change(iterations, count -> count + 1);
        now.change(yields, count -> count + (rest ? 1 : 0));
        now.change(sinceYield, count -> rest ? 0 : count + 1);
        if (pfn + stride < end) {
            now.go("next", pfn + stride);
        }
    }

    /** The number that the test takes the remainder by. */
    private long divisor() {
        return test == Test.ORIGINAL ? every : every * stride;
    }

    private boolean yieldsAt(long pfn) {
        return (pfn % divisor() == 0) == (test != Test.MERGED);
    }

    @Override
    public Model model() {
        return model;
    }

    /** The loop. */
    public Actor loop() {
        return model.actor(LOOP);
    }

    /** Iterations done. */
    public Cell<Long> iterations() {
        return iterations;
    }

    /** Yields so far. */
    public Cell<Long> yields() {
        return yields;
    }

    /** Iterations since the last yield. */
    public Cell<Long> sinceYield() {
        return sinceYield;
    }

    /** After how many iterations it should yield. */
    public int every() {
        return every;
    }
}
