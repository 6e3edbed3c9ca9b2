package pagelife.checker.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Actor;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/** Tasks that pin a page, use it and drop the pin, and one that frees it when nobody does. */
class ViewsTest {
    /** What differs from one protocol to another. */
    private record Kind(boolean frees, int extraPut, int badAt, boolean names, String favourite) {
        static final Kind RIGHT = new Kind(true, 0, 0, false, "");

        Kind putting(int more) {
            return new Kind(frees, more, badAt, names, favourite);
        }

        Kind badAt(int count) {
            return new Kind(frees, extraPut, count, names, favourite);
        }

        Kind naming() {
            return new Kind(frees, extraPut, badAt, true, favourite);
        }

        Kind favouring(String member) {
            return new Kind(frees, extraPut, badAt, names, member);
        }
    }

    private enum Where implements Control {
        BEFORE,
        HOLDING,
        AFTER
    }

    /** One instance. */
    private static final class Pins {
        private final ModelBuilder builder = Model.builder("pins");
        private final Cell<Integer> refs = builder.cell("refs", 1);
        private final Cell<Boolean> freed = builder.cell("freed", false);
        private final Cell<Boolean> bad = builder.cell("bad", false);
        private final Cell<String> last = builder.cell("last", "nobody");
        private final List<Cell<Integer>> held = new ArrayList<>();
        private final Kind kind;
        private final int members;

        Pins(Kind kind, int members) {
            this.kind = kind;
            this.members = members;
            for (int m = 1; m <= members; m++) {
                member("gup" + m);
            }
            builder.task("free").step("f1 free", now -> {
                now.await(now.read(refs) == 1 && !now.read(freed));
                now.write(refs, 0);
                now.write(freed, true);
            });
        }

        private void member(String name) {
            ActorBuilder<Where> task = builder.actor(name, Where.class, Where.BEFORE);
            Cell<Integer> own = task.cell("pins of " + name, Integer.class, 0);
            held.add(own);
            task.step("g1", "get", Source.NONE, Where.class, (at, now) -> {
                return at == Where.BEFORE && now.read(refs) > 0 ? get(now, name, own) : now.waits();
            });
            task.step("g2", "put", Source.NONE, Where.class, (at, now) -> {
                if (at != Where.HOLDING) {
                    return now.waits();
                }
                now.write(refs, now.read(refs) - 1 - kind.extraPut);
                now.write(own, 0);
                return Where.AFTER;
            });
        }

        private Where get(StepView now, String name, Cell<Integer> own) {
            now.write(refs, now.read(refs) + 1);
            if (now.read(refs) == kind.badAt) {
                now.write(bad, true);
            }
            if (kind.favourite.equals(name)) {
                now.write(bad, true);
            }
            if (kind.names) {
                now.write(last, name);
            }
            now.write(own, 1);
            return Where.HOLDING;
        }

        private int pins(View view) {
            return held.stream().mapToInt(view::read).sum();
        }

        Instance instance(Function<Pins, Seq<Property>> claims) {
            Model model = builder.build();
            Seq<Actor> tasks = model.actors().filter(actor -> actor.name().startsWith("gup"));
            assertEquals(members, tasks.size());
            Conserved<Integer> count = new Conserved<>(
                    "page", refs, n -> n, (before, n) -> n, view -> (view.read(freed) ? 0 : 1) + pins(view));
            return new Instance(model, tasks, Vector.of(count), claims.apply(this));
        }

        Property notFreedWhilePinned() {
            return Invariant.always("not freed while pinned", "", view -> !view.read(freed) || pins(view) == 0);
        }

        Property countCoversPins() {
            return Invariant.always("count covers pins", "", view -> view.read(refs) >= pins(view));
        }

        Property atMost(int most) {
            return Invariant.always("at most " + most, "", view -> pins(view) <= most);
        }

        Property countsAtMost(int most) {
            return Invariant.always("counts at most " + most, "", view -> view.read(refs) <= most);
        }

        Property getsAtMost(int most) {
            return new StepProperty("gets at most " + most, "", step -> step.after(refs) <= most);
        }

        Property neverBad() {
            return Invariant.always("never bad", "", view -> !view.read(bad));
        }

        Property putsWhatThereIs() {
            return new StepProperty("puts what there is", "", step -> step.after(refs) >= 0);
        }
    }

    private static Views views(Kind kind, Function<Pins, Seq<Property>> claims) {
        IntFunction<Instance> family = members -> new Pins(kind, members).instance(claims);
        return new Views(family, 2, 20_000, () -> false);
    }

    private static Outlook outlook(Kind kind, Function<Pins, Seq<Property>> claims) {
        return views(kind, claims).run();
    }

    @Test
    void whatHoldsForAnyNumberIsProved() {
        Outlook outlook = outlook(
                Kind.RIGHT,
                pins -> Vector.of(pins.notFreedWhilePinned(), pins.countCoversPins(), pins.putsWhatThereIs()));
        assertTrue(outlook.isWhole(), outlook.toString());
        assertEquals(Vector.of("page"), outlook.conserved());
        assertEquals(
                Vector.of(Mode.OPEN, Mode.CLOSED, Mode.LOCAL),
                outlook.answers().map(answer -> answer.proof().get().mode()));
        assertEquals(1, outlook.members());
    }

    @Test
    void everyViewOfLargerInstancesIsKnown() {
        Views.Coverage coverage = views(Kind.RIGHT, pins -> Vector.empty()).audit(1, 4, 10_000);
        assertEquals(0, coverage.missing());
        // each member is before, at or after its pin: 3^n, and 2^n once the page is freed or may be
        assertTrue(coverage.states() > 9 + 27 + 81 + 243, coverage.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void aClaimThatEnoughMembersBreakIsNotProved(int most) {
        Outlook outlook = outlook(Kind.RIGHT, pins -> Vector.of(pins.atMost(most)));
        assertFalse(outlook.answer("at most " + most).isProved(), outlook.toString());
    }

    /** However large the count is that it takes: a claim about the count alone looks at no member. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 9, 20, 100, 1_000})
    void aClaimAboutTheCountThatEnoughMembersBreakIsNotProved(int most) {
        Outlook outlook = outlook(Kind.RIGHT, pins -> Vector.of(pins.countsAtMost(most), pins.getsAtMost(most)));
        assertFalse(outlook.answer("counts at most " + most).isProved(), outlook.toString());
        assertFalse(outlook.answer("gets at most " + most).isProved(), outlook.toString());
    }

    /** The code does something else at some count, however large: then counts are not alike. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 20})
    void aProtocolThatFailsWithSomeNumberIsNotProved(int count) {
        Outlook outlook = outlook(Kind.RIGHT.badAt(count), pins -> Vector.of(pins.neverBad()));
        assertFalse(outlook.answer("never bad").isProved(), outlook.toString());
    }

    @Test
    void aStepThatBreaksTheBooksIsNamed() {
        Outlook outlook = outlook(Kind.RIGHT.putting(1), pins -> Vector.of(pins.notFreedWhilePinned()));
        assertFalse(outlook.closed());
        assertTrue(
                outlook.refused().contains("g2 put changes the count of page by -2, and what its owners hold by -1"),
                outlook.refused());
    }

    @Test
    void membersThatLeaveTheirNamesAreProvedWithSomeOutOfSight() {
        Outlook outlook = outlook(Kind.RIGHT.naming(), pins -> Vector.of(pins.notFreedWhilePinned()));
        assertTrue(outlook.isWhole(), outlook.toString());
        assertTrue(outlook.crowded());
        assertEquals(
                0,
                views(Kind.RIGHT.naming(), pins -> Vector.empty())
                        .audit(1, 4, 10_000)
                        .missing());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void codeThatKnowsAMemberFromTheOthersIsNotInterchangeable(boolean names) {
        Kind kind = Kind.RIGHT.favouring("gup1");
        Outlook outlook = outlook(names ? kind.naming() : kind, pins -> Vector.of(pins.notFreedWhilePinned()));
        assertFalse(outlook.closed());
        assertTrue(outlook.refused().startsWith("the members are not interchangeable"), outlook.refused());
    }

    @Test
    void whatResistsIsShownWithItsSteps() {
        Outlook outlook = outlook(Kind.RIGHT.badAt(3), pins -> Vector.of(pins.neverBad()));
        Answer.Resisting resisting = outlook.answer("never bad").resists().get();
        assertTrue(
                resisting.steps().last().endsWith("g1 get"), resisting.steps().toString());
        assertTrue(
                resisting.state().toString().contains("bad=true"),
                resisting.state().toString());
    }
}
