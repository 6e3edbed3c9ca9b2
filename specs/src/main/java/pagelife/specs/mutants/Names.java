package pagelife.specs.mutants;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;

/** What the steps of a model go by, whoever takes them: the operation and the id. */
final class Names {
    private final Map<String, String> operations = new HashMap<>();

    /** A step of an operation. */
    record Key(String operation, String step) {}

    private Names(Model model) {
        for (Actor actor : model.actors()) {
            actor.calls()
                    .forEach(call ->
                            operations.put(call.toString(), call.operation().name()));
            if (actor.calls().size() == 1) { // then the call needs no text to be known by
                operations.put(actor.name(), actor.calls().head().operation().name());
            }
        }
    }

    static Names of(Model model) {
        return new Names(model);
    }

    /** The name of the operation of a call, or of an actor that does one thing only. */
    Function<String, String> operations() {
        return text -> operations.getOrDefault(text, text);
    }

    Key key(Step step) {
        return new Key(
                operations().apply(step.operation().isEmpty() ? step.actor().name() : step.operation()), step.id());
    }
}
