package pagelife.checker.views;

import io.vavr.collection.Seq;
import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Move;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;

/** A state, or a move, that tells which cells are looked at. */
final class Looking {
    private Looking() {}

    /** A state. */
    static View at(View state, Consumer<Cell<?>> looked) {
        return new View() {
            @Override
            public <T> T read(Cell<T> cell) {
                looked.accept(cell);
                return state.read(cell);
            }
        };
    }

    /** A move. */
    static Transition at(Move move, Consumer<Cell<?>> looked) {
        return new Transition() {
            @Override
            public Step step() {
                return move.step();
            }

            @Override
            public <T> T before(Cell<T> cell) {
                looked.accept(cell);
                return move.before(cell);
            }

            @Override
            public <T> T after(Cell<T> cell) {
                looked.accept(cell);
                return move.after(cell);
            }

            @Override
            public boolean hasRead(Cell<?> cell) {
                looked.accept(cell);
                return move.hasRead(cell);
            }

            @Override
            public boolean wrote(Cell<?> cell) {
                looked.accept(cell);
                return move.wrote(cell);
            }

            @Override
            public Seq<Event> events() {
                return move.events();
            }
        };
    }
}
