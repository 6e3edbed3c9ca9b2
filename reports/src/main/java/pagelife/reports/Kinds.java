package pagelife.reports;

import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;

/** What kind of claim a property is, as one word that never changes. */
final class Kinds {
    private Kinds() {}

    static String of(Property property) {
        if (property instanceof Invariant) {
            return "invariant";
        }
        if (property instanceof StepProperty) {
            return "step";
        }
        if (property instanceof Sometimes) {
            return "sometimes";
        }
        if (property instanceof NoDeadlock) {
            return "deadlock";
        }
        if (property instanceof Temporal) {
            return "temporal";
        }
        throw new IllegalArgumentException("property " + property.name() + " is of unknown kind "
                + property.getClass().getSimpleName() + ": name the kind here");
    }
}
