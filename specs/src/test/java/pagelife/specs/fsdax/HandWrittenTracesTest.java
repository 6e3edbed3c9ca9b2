package pagelife.specs.fsdax;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.property.Property;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/**
 * The counterexamples that the rows of the table speak of, written down beside the step lists. Each can be walked, is
 * as long as the shortest one the checker finds, and breaks the claim with its last step and not before.
 */
class HandWrittenTracesTest {
    private static final FamilySpecs<FsdaxProtocol> SPECS = FsdaxSpecs.table();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fsdax/5.10        | INV-1   | fault f1-6
            fsdax/5.10        | INV-5s  | fault f1-4; removal r1-6; fault f5
            fsdax/5.10        | INV-6   | fault f1-6; gup s1; removal r1-4
            fsdax/5.10        | INV-2   | fault f1-6; removal r1-6
            fsdax/5.10        | INV-4   | fault f1-8; gup s1; truncate t1 t3; removal r1-4; truncate t4 t10 t11
            fsdax/5.10        | LTL-1'  | fault f1-8; gup s1; truncate t1 t3 t4; gup s2 s3; removal r1-4; truncate t5-7
            fsdax/6.1         | INV-3   | fault f1-6; gup s1 s2; removal r1-6
            fsdax/6.1         | INV-5   | fault f1-6; gup s1 s2; removal r1-6; gup s3
            fsdax/6.7-xfs     | INV-2   | removal r0 r0a r0b; fault f1:READ f2-4; removal r0f r0g; fault f5 f6; \
                    removal r1-6
            fsdax/6.7-xfs     | INV-3   | removal r0 r0a r0b; fault f1:READ f2-6; gup s1 s2; removal r0f r0g r1-6
            fsdax/6.7-xfs     | INV-5   | removal r0 r0a r0b; fault f1:READ f2-6; gup s1 s2; removal r0f r0g r1-6; \
                    gup s3
            fsdax/6.7-xfs     | INV-5s  | removal r0 r0a r0b; fault f1:READ f2-4; removal r0f r0g r1-6; fault f5
            fsdax/6.7-xfs+writes-only | INV-3 | fault f1-8; gup s1 s2; removal r0 r0a-c r0e-g r1-6
            fsdax/6.7-xfs+writes-only | INV-5 | fault f1-8; gup s1 s2; removal r0 r0a-c r0e-g r1-6; gup s3
            fsdax/5.10+shootdown | INV-4 | removal r0 r0a r0b; fault f1:READ f2-8; gup s1; truncate t1 t3; \
                    removal r0f r0g r1-4; truncate t4 t10 t11
            fsdax/5.10+shootdown | LTL-1' | removal r0 r0a r0b; fault f1:READ f2-8; gup s1; truncate t1 t3 t4; \
                    gup s2 s3; removal r0f r0g r1-4; truncate t5-7
            fsdax/2022-v1     | LTL-2'  | fault f1-8; removal r1-4
            fsdax/2022-v1+invalidate | INV-7 | fault f1-7; invalidate i2
            fsdax/2022-v1+invalidate | INV-2 | fault f1-7; invalidate i2; removal r1-6
            fsdax/2022-v1+invalidate | INV-3 | fault f1-7; gup s1; invalidate i2; removal r1-6
            fsdax/2022-v1+invalidate | INV-5 | fault f1-7; invalidate i2; removal r1-6; gup s1
            fsdax/2022-v1+invalidate | INV-4 | fault f1-8; gup s1; invalidate i2; truncate t1 t3 t4 t10 t11
            fsdax/proposed    | LTL-2'  | fault f1-5 f6a-c f7-8; removal r1-3
            fsdax/proposed    | INV-5s  | fault f1-4; removal r1-3 r5-6; fault f5
            fsdax/proposed+no-ipi-flush | INV-5 | fault f1-5 f6a f6b; gup-fast g1; munmap u1 u2; fault f6c; \
                    removal r1-3 r5-6; gup-fast g3
            fsdax/proposed+shootdown | LTL-2' | removal r0 r0a r0b; fault f1:READ f2-5 f6a-c f7-8; removal r0f r0g r1-3
            fsdax/proposed+shootdown+writes-only | INV-5s | fault f1-5 f6a-c f7-8; removal r0 r0a-g; truncate t1 t3; \
                    removal r1-3 r5-6; truncate t4
            fsdax/7.2-ext4    | INV-2   | fault f1-5 f6a f6b; removal r1-6
            fsdax/7.2-ext4    | INV-3   | fault f1-5 f6a f6b; gup s1; removal r1-6
            fsdax/7.2-ext4    | INV-5   | fault f1-5; removal r1-6; fault f6a
            fsdax/7.2-ext4+mapped-again | LTL-1p | fault1 f1-5 f6a-c f7-8; munmap u1; truncate t1 t3-7; \
                    fault2 f1-5 f6a; munmap u2; fault2 f6b-c
            fsdax/7.2-xfs     | INV-2   | removal r0 r0a r0b; fault f1:READ f2-4; removal r0f r0g; fault f5 f6a f6b; \
                    removal r1-6
            fsdax/7.2-xfs     | INV-3   | removal r0 r0a r0b; fault f1:READ f2-5 f6a f6b; gup s1; removal r0f r0g r1-6
            fsdax/7.2-xfs     | INV-5   | removal r0 r0a r0b; fault f1:READ f2-5; removal r0f r0g r1-6; fault f6a
            fsdax/7.2-xfs+writes-only | INV-3 | fault f1-5 f6a-c f7-8; gup s1; removal r0 r0a-g r1-6
            fsdax/7.2-xfs+writes-only | INV-5 | fault f1-5 f6a-c f7-8; munmap u1; removal r0 r0a-c r0e-g r1-6; \
                    munmap u2
            """)
    void eraTraces(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            G-a/6.1  | LTL-1' | fault f1-8; gup s1 s2; truncate t1 t3-6; gup s3; truncate t7
            G-a/6.1  | ACT-2  | fault f1-6; gup s1 s2 s3
            G-a/7.2  | LTL-1' | fault f1-5 f6a-c f7-8; gup s1; truncate t1 t3 t3p t4-6; gup s3; truncate t7
            G-a/7.2  | ACT-2  | fault f1-5 f6a-b; gup s1; munmap u1-2; fault f6c; gup s3
            G-b/6.1  | LTL-1' | fault f1-8; gup-fast g1-3; truncate t1 t3-6; gup-fast g4; truncate t7
            G-b/7.2  | LTL-1' | fault f1-5 f6a-c f7-8; gup-fast g1 g3; truncate t1 t3 t3p t4-6; gup-fast g4; \
                    truncate t7
            G-d/6.1  | LTL-1' | fault f1-8; gup s1 s2; truncate t1 t3-6; gup s3:__bio_release_pages; truncate t7
            I-8/6.1  | INV-4  | fault f1-8; gup s1; munmap u1; truncate t1-2 t10 t11
            I-8/7.2  | INV-4  | fault f1-5 f6a-c f7-8; gup s1; munmap u1; truncate t1-2 t10 t11
            I-11/6.1 | INV-4  | fault f1-8; gup-fast g1 g2; truncate t1 t3 t4 t10 t11; gup-fast g3 g4
            I-11/7.2 | ACT-5  | fault f1-5 f6a-b; gup-fast g1 g3; munmap u1; gup-fast g4
            I-11/7.2+two-files | INV-4 | fault1 f1-5 f6a-c f7-8; gup-fast g1; truncate t1 t3 t3p t4 t10 t11; \
                    fault2 f1-5 f6a; gup-fast g3 g4
            I-26/6.1 | INV-4  | fault f1-8; gup s1; truncate t1 t3 t10 t11
            I-26/7.2 | INV-4  | fault f1-5 f6a-c f7-8; gup s1; truncate t1 t3 t3p t10 t11
            I-7/6.7-xfs | INV-4 | fault f1-8; gup s1; removal r0 r0a r0b; truncate t1 t3 t4; removal r0c r0e; \
                    truncate t10 t11
            C-6/6.7-xfs | INV-7 | removal r0 r0a r0b; fault f1:READ f2-7; removal r0i
            C-6/6.7-xfs | INV-4 | removal r0 r0a r0b; fault f1:READ f2-8; gup s1; removal r0i; truncate t1 t3-4 t10 t11
            C-6/7.2-ext4 | INV-7 | fault f1-5 f6a-c f7; invalidate i2
            C-6/7.2-ext4 | INV-4 | fault f1-5 f6a-c f7-8; gup s1; invalidate i2; truncate t1 t3 t3p t4 t10 t11
            no-invalidate-lock/6.1 | INV-4m | truncate t1 t3 t4 t10; fault f1-6; truncate t11
            no-invalidate-lock/7.2 | ACT-3 | fault f1-5 f6a
            no-invalidate-lock/7.2 | LTL-1p | fault f1-3; truncate t1 t3; fault f4-5 f6a-c f7; gup s1; truncate t4; \
                    gup s3; truncate t5-7
            no-unless-zero/7.2 | ACT-3 | fault f1-5 f6a f6b; gup-fast g1; munmap u1 u2; fault f6c; gup-fast g3
            """)
    void bugTraces(String spec, String claim, String script) {
        breaksWithItsLastStep(spec, claim, script);
    }

    private static void breaksWithItsLastStep(String id, String name, String script) {
        Spec spec = SPECS.specs().find(row -> row.id().equals(id)).get();
        FsdaxProtocol protocol = Script.protocol(spec);
        Property claim =
                SPECS.properties(protocol).filter(known -> known.isCalled(name)).single();
        Script.requireBrokenByLastStep(spec, claim, Script.walk(protocol, script));
    }
}
