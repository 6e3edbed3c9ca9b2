package pagelife.models.fsdax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Step;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.parts.Calls;

class FsdaxFamilyTest {
    private static final Family<FsdaxProtocol> FAMILY = FsdaxFamily.family();

    static Stream<Named<Variant>> variants() {
        return FAMILY.variants().toJavaStream().map(variant -> Named.of(variant.fullName(), variant));
    }

    private static Variant variant(String name) {
        return FAMILY.variant(name).get();
    }

    private static FsdaxProtocol build(String name, Settings rules, Settings bounds) {
        return FAMILY.build(variant(name), rules, bounds);
    }

    /** The step lists of each era, as they are numbered in the literature. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            5.10     | fault    | f1 f2 f2w f3 f4 f5 f6 f7 f8
            7.2-ext4 | fault    | f1 f2 f2w f3 f4 f5 f6a f6b f6c f7 f8
            6.1      | munmap   | u1
            2022-v1  | munmap   | u1 u2
            7.2-ext4 | munmap   | u1 u2
            6.1      | gup      | s1 s2 s3
            7.2-ext4 | gup      | s1 s3
            6.1      | gup-fast | g1 g2 g3 g4 g5 g5x s3
            7.2-ext4 | gup-fast | g1 g3 g4 s3
            6.1      | truncate | t1 t3 t4 t4w t5 t6 t7 t8 t9 t10 t10w t11 t12
            2022-v1  | truncate | t1 t3 t3p t4 t4w t5 t6 t7 t8 t9 t10 t10w t11 t12
            7.2-ext4 | truncate | t1 t3 t3p t4 t4w t5 t6 t7 t8 t9 t10 t10w t11 t12
            5.10     | removal  | r1 r2 r3 r4 r5 r6
            6.1      | removal  | r1 r2 r3 r4 r5 r6
            proposed | removal  | r1 r2 r3 r5 r6
            6.7-xfs  | removal  | r0 r0a r0b r0bw r0c r0e r0f r0g r1 r2 r3 r4 r5 r6
            7.2-xfs  | removal  | r0 r0a r0b r0bw r0c r0d r0e r0f r0g r1 r2 r3 r4 r5 r6
            """)
    void theStepsOfAnEraAreThoseOfItsKernels(String variant, String actor, String steps) {
        Seq<Step> declared = build(variant, Settings.NONE, Settings.NONE)
                .model()
                .actor(actor)
                .steps();
        assertEquals(steps, declared.map(Step::id).mkString(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void everyStepNamesTheFunctionItStandsFor(Variant variant) {
        Seq<Step> steps =
                FAMILY.build(variant, Settings.NONE, Settings.NONE).model().steps();
        assertTrue(steps.forAll(step ->
                !step.source().function().isEmpty() && !step.source().file().isEmpty()));
    }

    @Test
    void aProgramOwesNothingButToDropItsPin() {
        FsdaxProtocol protocol = build("6.1", Settings.NONE, Settings.NONE);
        assertEquals(Fairness.NONE, protocol.model().actor("munmap").step("u1").fairness());
        assertEquals(Fairness.STRONG, protocol.model().actor("gup").step("s3").fairness());
        assertEquals(Fairness.WEAK, protocol.model().actor("fault").step("f2").fairness());
        assertEquals(Fairness.WEAK, protocol.model().actor("removal").fairness());
    }

    @Test
    void severalActorsOfASortAreNumbered() {
        FsdaxProtocol protocol =
                build("6.1", Settings.NONE, Settings.NONE.with("faults", "2").with("munmaps", "0"));
        assertEquals(
                "fault1 fault2 gup gup-fast truncate removal",
                protocol.model().actors().map(actor -> actor.name()).mkString(" "));
    }

    @Test
    void actorsAreSpreadOverAddressSpacesFirst() {
        Settings bounds = Settings.NONE.with("faults", "4").with("mms", "2").with("pages", "2");
        FsdaxProtocol protocol = build("6.1", Settings.NONE, bounds);
        assertEquals(
                "mm0,0 mm1,0 mm0,1 mm1,1",
                protocol.calling(Calls.TOUCH)
                        .map(actor ->
                                protocol.place(actor, actor.control().initial()).get())
                        .mkString(" "));
    }

    @Test
    void everyValueOfEveryRuleBuildsAloneOrSaysWhyNot() {
        for (Variant variant : FAMILY.variants()) {
            for (Setting rule : FAMILY.rules()) {
                rule.values().forEach(value -> assertTrue(buildsOrSaysWhyNot(variant, rule.name(), value)));
            }
        }
    }

    private static boolean buildsOrSaysWhyNot(Variant variant, String rule, String value) {
        try {
            FAMILY.build(variant, Settings.NONE.with(rule, value), Settings.NONE);
            return true;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("means nothing");
        }
    }

    @Test
    void everyValueOfEveryBoundBuilds() {
        for (Setting bound : FAMILY.bounds()) {
            for (String value : bound.values()) {
                FsdaxProtocol built = build("7.2-xfs", Settings.NONE, Settings.NONE.with(bound.name(), value));
                assertEquals(
                        built.workload().tasks().keySet().mkString(" "),
                        built.model().actors().map(actor -> actor.name()).mkString(" "));
            }
        }
    }

    @Test
    void anUnknownRuleIsRefusedByName() {
        Settings unknown = Settings.NONE.with("unpinWake", "off");
        String message = assertThrows(IllegalArgumentException.class, () -> build("6.1", unknown, Settings.NONE))
                .getMessage();
        assertTrue(message.startsWith("no rule is called unpinWake: fsdax has "), message);
    }

    @Test
    void anUnknownValueIsRefusedWithThePossibleOnes() {
        Settings unknown = Settings.NONE.with("unpinWakes", "no");
        String message = assertThrows(IllegalArgumentException.class, () -> build("6.1", unknown, Settings.NONE))
                .getMessage();
        assertEquals("unpinWakes=no is not possible: unpinWakes is one of on, off", message);
    }

    @Test
    void pinHoldersAreToldApartOnlyWhereTheyDiffer() {
        assertEquals(
                1,
                build("6.1", Settings.NONE, Settings.NONE).rules().pinHolders().size());
        Settings differing = Rules.DIRECT_IO_WAKES.is(false);
        assertEquals(
                3, build("6.1", differing, Settings.NONE).rules().pinHolders().size());
    }
}
