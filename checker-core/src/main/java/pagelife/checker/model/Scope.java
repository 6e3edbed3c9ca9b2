package pagelife.checker.model;

import io.vavr.control.Option;

/**
 * The places of one script, as it is called by another: their names begin with that of the call.
 *
 * @param prefix what the names begin with, such as {@code f2-}; empty for a script that nobody calls
 * @param caller the places of the script that calls it; empty for one that nobody calls
 */
record Scope(String prefix, Option<Scope> caller) {
    /** That of a script that nobody calls. */
    static final Scope OWN = new Scope("", Option.none());

    /** This scope, as that of a part that is called at {@code name} from a place of {@code from}. */
    Scope calledFrom(String name, Scope from) {
        return caller.isEmpty()
                ? new Scope(from.prefix + name + "-", Option.some(from))
                : new Scope(from.prefix + name + "-" + prefix, caller.map(up -> up.calledFrom(name, from)));
    }

    /** Whether {@code other} is this one, or is called from here, however deep. */
    boolean holds(Scope other) {
        return other.equals(this) || other.caller.exists(this::holds);
    }

    /** The one called from {@code from} that holds this one. */
    Scope within(Scope from) {
        return caller.get().equals(from) ? this : caller.get().within(from);
    }

    /** The innermost one that holds both. */
    Scope common(Scope other) {
        return holds(other) ? this : caller.get().common(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope scope && prefix.equals(scope.prefix);
    }

    @Override
    public int hashCode() {
        return prefix.hashCode();
    }
}
