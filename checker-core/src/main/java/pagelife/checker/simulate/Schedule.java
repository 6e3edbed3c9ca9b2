package pagelife.checker.simulate;

import java.util.List;
import pagelife.checker.model.Actor;

/** Who goes next in one walk. Changes as the walk goes on. */
public interface Schedule {
    /** All actors: the first of them that can go on does. */
    List<Actor> preferred();

    /** Hears that {@code actor} took a step. */
    void went(Actor actor);
}
