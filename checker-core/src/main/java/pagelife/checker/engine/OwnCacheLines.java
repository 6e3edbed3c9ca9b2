package pagelife.checker.engine;

/**
 * What a worker writes all the time lies apart from what another writes: the collector puts like objects of all workers side
 * by side, and two that share a cache line would slow each other down by half.
 */
@SuppressWarnings({"unused", "UnusedVariable"}) // 128 bytes, since processors fetch lines in pairs
abstract class OwnCacheLines {
    private long p0;
    private long p1;
    private long p2;
    private long p3;
    private long p4;
    private long p5;
    private long p6;
    private long p7;
    private long p8;
    private long p9;
    private long pa;
    private long pb;
    private long pc;
    private long pd;
    private long pe;
    private long pf;
}
