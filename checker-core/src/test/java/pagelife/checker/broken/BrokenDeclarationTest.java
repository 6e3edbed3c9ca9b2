package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static pagelife.checker.broken.Broken.requireSaid;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Source;

/** Mistakes that can be seen before anything runs. */
class BrokenDeclarationTest {
    private sealed interface Road extends Control {
        record Left() implements Road {}

        record Right() implements Road {}
    }

    private record Stranger() implements Control {}

    private final ModelBuilder builder = Model.builder("m");

    private static void requireRefused(Executable declaration, String... said) {
        requireSaid(assertThrows(ModelException.class, declaration), said);
    }

    private ActorBuilder<Road> driver() {
        return builder.actor("driver", Road.class, new Road.Left());
    }

    /** An actor whose places all have a step. */
    private ActorBuilder<Road> whole() {
        return driver().step("l", "", Source.NONE, Road.Left.class, (at, view) -> new Road.Right())
                .step("r", "", Source.NONE, Road.Right.class, (at, view) -> new Road.Left());
    }

    @Test
    void twoCellsMayNotShareAName() {
        builder.cell("page", Integer.class, 0);
        requireRefused(() -> builder.cell("page", Integer.class, 1), "cell page", "model m", "rename one");
    }

    @Test
    void aPrivateCellMayNotHaveTheNameOfASharedOne() {
        builder.cell("page", Integer.class, 0);
        requireRefused(() -> driver().cell("page", Integer.class, 1), "cell page", "model m", "rename one");
    }

    @Test
    void twoActorsMayNotShareAName() {
        driver();
        requireRefused(this::driver, "actor driver", "model m", "rename one");
    }

    @Test
    void twoStepsOfAnActorMayNotShareAName() {
        ActorBuilder<Road> driver = whole();
        requireRefused(
                () -> driver.step("r", "", Source.NONE, Road.Left.class, (at, view) -> at),
                "actor driver",
                "two steps r",
                "rename one");
    }

    @Test
    void everyPlaceNeedsAStep() {
        driver().step("l", "", Source.NONE, Road.Left.class, (at, view) -> new Road.Right());
        requireRefused(builder::build, "actor driver", "Right", "add it, or return Control.finished()");
    }

    @Test
    void aModelNeedsAnActor() {
        builder.cell("page", Integer.class, 0);
        requireRefused(builder::build, "model m has no actor", "declare one");
    }

    @Test
    void aCellMayNotStartAsNull() {
        requireRefused(() -> builder.cell("page", Integer.class, null), "cell page holds null", "use an Option");
    }

    @Test
    void aCellMayNotStartAsAJavaUtilCollection() {
        requireRefused(
                () -> builder.cell("page", List.class, new ArrayList<>(List.of(1))),
                "cell page",
                "mutable java.util.ArrayList");
        requireRefused(() -> builder.cell("map", Object.class, new HashMap<>()), "cell map", "mutable");
    }

    @Test
    void aCellMayNotStartAsAnArray() {
        requireRefused(() -> builder.cell("page", int[].class, new int[1]), "cell page", "mutable", "record");
    }

    @Test
    void aCellMayNotStartAsALambda() {
        Runnable lambda = () -> {};
        requireRefused(() -> builder.cell("page", Runnable.class, lambda), "cell page", "compared by identity");
    }

    @Test
    void anActorMayNotStartAtAPlaceThatIsComparedByIdentity() {
        class Vague implements Control {}
        requireRefused(() -> builder.actor("a", Vague.class, new Vague()), "cell at(a)", "compared by identity");
    }

    @Test
    void aFamilyHasNoCellForAnUnknownKey() {
        CellFamily<String, Integer> family = builder.cells("count", Vector.of("a", "b"), Integer.class, key -> 0);
        requireRefused(() -> family.of("c"), "no cell count(c)", "a, b");
    }

    @Test
    void aModelHasNoActorOfAnUnknownName() {
        whole();
        Model model = builder.build();
        requireRefused(() -> model.actor("nobody"), "no actor nobody", "driver", "ask for one of these");
    }

    @Test
    void anActorHasNoStepOfAnUnknownName() {
        whole();
        Model model = builder.build();
        requireRefused(() -> model.actor("driver").step("z"), "actor driver has no step z", "l, r");
    }

    @Test
    void anInitialStateMayNotHoldNull() {
        Cell<Integer> page = builder.cell("page", Integer.class, 0);
        whole();
        builder.startsIn(state -> state.with(page, null));
        requireRefused(builder::build, "cell page holds null", "use an Option");
    }

    @Test
    void anInitialStateMayNotHoldAMutableValue() {
        Cell<Object> page = builder.cell("page", Object.class, 0);
        whole();
        builder.startsIn(state -> state.with(page, new ArrayList<>()));
        requireRefused(builder::build, "cell page", "mutable java.util.ArrayList");
    }

    @Test
    void anInitialStateHasNoCellOfAnotherModel() {
        Cell<Integer> foreign = Model.builder("elsewhere").cell("foreign", Integer.class, 0);
        builder.cell("page", Integer.class, 0);
        whole();
        builder.startsIn(state -> state.with(foreign, 1));
        requireRefused(builder::build, "cell foreign does not belong to model m");
    }

    @Test
    void anInitialStateMayNotPutAnActorWhereItCannotBe() {
        ActorBuilder<Road> driver = whole();
        builder.startsIn(state -> state.with(driver.control(), new Stranger()));
        requireRefused(builder::build, "actor driver", "Stranger[]", "Road");
    }
}
