package pagelife.checker.model;

/**
 * Where an actor is: usually one record per program point in a sealed family, carrying just the locals alive there, so
 * that dead locals never multiply states.
 *
 * <p>A step takes its actor from one control to the next. An actor that is done returns {@link #finished()}.
 */
public interface Control {

    /** The end of an actor: it has no further step, and a state is no deadlock for its sake. */
    static Control finished() {
        return End.FINISHED;
    }

    /** The answers of a step that are not a control of the actor's own family. */
    enum End implements Control {
        /** The actor is done. */
        FINISHED("finished"),
        /** The step cannot be taken in this state; see {@link StepView#waits()}. Never the value of a cell. */
        WAITS("waits"),
        /** The step fails in this state. Never the value of a cell. */
        FAILS("fails");

        private final String text;

        End(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
