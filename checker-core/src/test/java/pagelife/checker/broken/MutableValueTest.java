package pagelife.checker.broken;

import static pagelife.checker.broken.Broken.requireError;

import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Control;
import pagelife.checker.property.Invariant;

/** Values that change after they were written, by content: nobody can tell when they are written. */
class MutableValueTest {
    private static final String WHO = "actor alice, step s1 do it";

    /** Looks like a value, and is not. */
    private static final class Box {
        private int content;

        Box(int content) {
            this.content = content;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Box box && box.content == content;
        }

        @Override
        public int hashCode() {
            return content;
        }

        @Override
        public String toString() {
            return "box of " + content;
        }
    }

    @Test
    void aStepThatChangesWhatItReadIsNamed() {
        requireError(
                (broken, view, before) -> {
                    if (!(view.read(broken.page) instanceof Box box)) {
                        view.write(broken.page, new Box(1));
                        return new Broken.Here();
                    }
                    box.content = 2;
                    return Control.finished();
                },
                WHO,
                "cell page",
                "box of 2",
                "values must be immutable");
    }

    /* The usual accident: read, change, write back. */
    @Test
    void aStepThatWritesBackWhatItChangedIsNamed() {
        requireError(
                (broken, view, before) -> {
                    if (!(view.read(broken.page) instanceof Box box)) {
                        view.write(broken.page, new Box(1));
                        return new Broken.Here();
                    }
                    box.content++;
                    view.write(broken.page, box);
                    return Control.finished();
                },
                WHO,
                "cell page",
                "values must be immutable");
    }

    /* The step keeps what it wrote and changes it later, when nobody reads the cell any more. */
    @Test
    void aValueThatIsChangedBehindTheScenesIsNoticedInTheEnd() {
        AtomicReference<Box> kept = new AtomicReference<>();
        requireError(
                (broken, view, before) -> {
                    if (view.read(broken.hers) == 0) {
                        kept.updateAndGet(box -> before == 0 ? new Box(1) : box);
                        view.write(broken.hers, 1);
                        view.write(broken.page, kept.get());
                        return new Broken.Here();
                    }
                    kept.get().content = 2;
                    return Control.finished();
                },
                "page",
                "values must be immutable");
    }

    /* Alice finishes with a box in the page, the claim then shakes it. */
    @Test
    void aClaimThatChangesWhatItReadIsNamed() {
        Broken.requireErrorOf(
                (broken, view, before) -> {
                    view.write(broken.page, new Box(1));
                    return Control.finished();
                },
                broken -> Vector.of(Invariant.always("look, do not touch", "", view -> {
                    if (view.read(broken.page) instanceof Box box) {
                        box.content++;
                    }
                    return true;
                })),
                "property look, do not touch",
                "cell page",
                "values must be immutable");
    }
}
