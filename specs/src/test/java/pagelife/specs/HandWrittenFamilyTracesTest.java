package pagelife.specs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.property.Property;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.fsdax.Script;

/**
 * Counterexamples of the families beside FS-DAX, written down beside the step lists. Each can be walked, is as long as
 * the shortest one the checker finds, and breaks the claim with its last step and not before.
 */
class HandWrittenFamilyTracesTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            devdax/5.14-rc1         | INV-5 CountSane     | memmap d1-5; removal r1-2 r2b r3-4 r4
            devdax/5.14-rc1         | INV-10 TailZero     | memmap d1-5
            devdax/5.14-rc1+removal-of-four | INV-5 CountSane | memmap d1-3 d3 d3 d4-5; removal r1-2 r2b r3-4 r4
            devdax/5.10             | INV-7 MapAssoc      | memmap d1-2 d2 d5; fault v1-3 v6
            devdax/5.18+mapped      | INV-3 PinPgmap      | gup s1-2; removal r1-2 r2b r3-6
            devdax/5.18+mapped      | INV-5 CountSane     | gup s1-2; removal r1-2 r2b r3-6; gup s3
            devdax/6.15+mapped      | INV-3 PinPgmap      | gup s1-2; removal r1-2 r2b-c r3-6
            devdax/7.2+mapped       | INV-3 PinPgmap      | gup s1; removal r1-2 r2b-c r3-6
            devdax/7.2+fast-GUP-without-interrupts | INV-5 CountSane | gup-fast g1; removal r1-2 r2b-c r3-6; gup-fast g3
            devdax/5.17+tail-pinned | INV-10 TailZero     | gup s1
            devdax/5.17+unaligned   | INV-7 MapAssoc      | fault v1:1 v2-3 v5-6
            devdax/5.10+memory-failure | memory failure finds what is mapped | fault v1-3 v6; memory-failure m1-2
            devdax/5.18+srcu-ends-early | INV-2 PtePgmap  | fault v1-2; removal r1-2 r2b; fault v3 v5-6; removal r3-6
            devdax/5.12+failed-grab | INV-9 PgrefConserve | gup-fast g1-2; removal r1-2 r2b r3-4 r4; gup-fast g3
            """)
    void deviceDax(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            pagefree/4.18+FS-DAX     | INV-7 MapAssoc  | fault f5; gup s1 s3
            pagefree/5.3-rc          | INV-8 FreeClean | A e1-2
            pagefree/5.3-rc          | INV-7 MapAssoc  | A e1-2; B e1
            pagefree/late-pgmap      | INV-9           | A e1-2; driver h1; A e2p
            migrate/devmap           | LTL-4' NoLeak   | migrate c1-4 c4f; munmap c5
            migrate/devmap+fork      | INV-1s PteRefStrong | child k1
            migrate/devmap-put+fork  | INV-5 CountSane | child k1; munmap c5 c5d; child c5 c5d
            migrate/fault-unheld     | INV-5r NoUseAfterRemoval | fault1 p1; fault2 p1 p4-6; removal r3 r5-6; fault1 p4
            migrate/fault-held+three | no fault undoes another | fault1 p1; fault2 p1; fault3 p1; fault1 p4-5
            gup/bias                 | what looks pinned is pinned | get1 a1; get2 a1; get3 a1
            gup/fork-5.9             | a pinned page stays the program's | fork k1; gup-fast g1 g3 g3b g4; fork k2; \
                    writer w1
            gup/fork-5.9+for-reading | a pinned page stays the program's | gup-fast g1 g3; fork k1-2; \
                    gup-fast g3b g4; writer w1
            gup/overflow-5.0         | INV-6u UsedNotFreed | program a1 a1 a1 a1 a1 a1 a1 a1 a2
            """)
    void deviceMemoryAndPins(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            waitwake/m1    | LTL-1' StuckWaiter | waiter w0 w2; unpin k1 k3; waiter w1
            waitwake/m2    | LTL-1' StuckWaiter | waiter w0; unpin k3; waiter w1 w2; unpin k1
            waitwake/m3    | LTL-1' StuckWaiter | waiter w0 w1 w2; unpin k1 k3 k4
            waitwake/m4    | LTL-1' StuckWaiter | waiter w0 w1 w2; unpin k1
            waitwake/m5    | LTL-1' StuckWaiter | waiter w0 w1 w2; unpin k1 k3 k4; waiter w4; pin k0; waiter w2; \
                    pin k1 k3
            waitwake/m6    | LTL-1' StuckWaiter | waiter w0; unpin k1 k3; base k1; waiter w1 w2
            waitwake/m8    | a waiter finds the pages idle | waiter w0; unpin-P0 k1; waiter w1 w2
            waitwake/m9    | LTL-1' StuckWaiter | waiter2 w0 w1; waiter1 w0 w1 w2; unpin k1 k3 k4
            entrylock/5.2  | LTL-5' EntryLockProgress | fault f1; scan t1; invalidate i1; fault f3; scan t2
            """)
    void waiting(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            layouts/4.17+one-page           | INV-4 | truncate t1 t3 t10 t11
            layouts/4.19-rc+retry           | INV-4 | truncate t1 t3 t3 t4; pin-P0 s3; truncate t5-6 t10 t10 t11
            layouts/6.1-xfs-two+second-look | INV-4 | truncate t1 t3 t3 t4; pin-P0 s3; truncate t4r t10 t10 t11
            layouts/6.1+locked-entry        | INV-4 | writeback w1; truncate t1 t3 t3 t4; writeback w4; \
                    truncate t10 t10 t11
            layouts/6.1-fuse+deletes-first  | INV-4 | truncate t1 t3-4 t10 t10 t11
            layouts/6.1-fuse+second-page    | INV-4m | truncate t1 t3-4 t11
            layouts/6.1+munmap              | INV-4 | munmap u1; truncate t1-2 t10 t11
            layouts/6.1+eviction            | INV-4 | munmap u1; evict e0 e2; truncate t1 t3-4 t10 t11
            layouts/6.15+locked-entry       | INV-4 | writeback w1; truncate t1 t3 t3p t3 t3p t4; writeback w4; \
                    truncate t4w t4 t10 t10 t11
            teardown/5.1                    | INV-5 CountSane | gup s1; removal r3-4 r6; gup s3
            teardown/5.14-raw               | INV-5m NoUseOfRemovedMapping | io b1; unbind d3; io b2
            teardown/5.19                   | INV-5f NoUseOfFreedReference | removal r3-4; lookup x1; removal r5; \
                    lookup x2
            teardown/5.3-kvm                | INV-L | kvm s1 s3
            teardown/5.12-gup               | INV-9 | gup-fast g2 g3:fails
            tails/gigantic-5.13             | INV-5 | lookup h1; prepare h2; lookup h3
            tails/head-5.12                 | a pin counts on the head of its page | gup-fast g1; split y1; gup-fast g3
            tails/zero-6.15                 | only an entry with a page is made into a folio | fault f; scan t4
            share/6.1                       | INV-11 | file-f f5 t10
            share/6.1+owner-first           | INV-11 | file-f f5; file-g f5; file-f t10; file-g t10
            share/6.2+torn                  | INV-11 | file-f f5; file-g f5; file-f f5w; file-g f5w; file-f t10 t10w
            """)
    void layoutsTeardownAndTails(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    /** Bugs of the field, as their reports tell them. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            field/nv-remove                | no deadlock           | client c1; removal r1; client c2
            field/nv-remove                | FB-1                  | client c1; removal r1; client c2
            field/zcrx-uref                | FB-2                  | refill r1; scrub s1; refill r2
            field/zcrx-uref                | FB-2f                 | refill r1; scrub s1; refill r2-3; scrub s2
            field/md-flush                 | no deadlock           | flush f1-4; disk1 e1; flush f5; suspend s1
            field/md-flush                 | FB-3                  | flush f1-4; disk1 e1; flush f5
            field/dax-mapping              | FB-4                  | unregister u1-3; kobject1 p1; kobject2 c1
            field/zone-free                | FB-5                  | unmap u1-2; driver d1; unmap u3
            field/zone-free                | no deadlock           | unmap u1-2; driver d1; unmap u3; driver d2; removal r1
            field/folio-put-wake-testfirst | FB-6                  | put p1; migrate m1-3; put p2
            field/folio-put-wake-unpin     | FB-6                  | migrate m1-3; put p1
            field/longterm-batch           | FB-7                  | mlock b1; pin p1-4 p4
            field/blk-restart              | FB-8                  | dispatch d1 d3; complete c1-2; dispatch-stores st
            field/softleaf-barrier         | FB-9                  | split s1-2; split-stores st st; lookup l1:false l2:false
            field/softleaf-barrier-nowmb   | FB-9                  | split s1-2; split-stores st:false; lookup l1:false l2
            field/sunrpc-wake              | no deadlock           | runnable r1 r3; execute e1-2; runnable-stores st
            field/xfrm-keepalive           | FB-11                 | cleanup c1-4; kworker wq k1
            field/xfrm-dev-put             | FB-12                 | resume r1; unregister u1-3
            """)
    void bugsOfTheField(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    private static void breaksWithItsLastStep(String id, String name, String script) {
        Spec spec = Catalogue.specs().find(row -> row.id().equals(id)).get();
        Inquiry<?> inquiry = Inquiry.about(Catalogue.families(), spec.variant(), spec.rules(), spec.bounds());
        Property claim = inquiry.called(name).single();
        Script.requireBrokenByLastStep(spec, claim, Script.walk(inquiry.protocol(), script));
    }
}
