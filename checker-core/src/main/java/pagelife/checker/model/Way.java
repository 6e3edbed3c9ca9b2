package pagelife.checker.model;

/**
 * A step of a script as declared: one way to go on from its place.
 *
 * @param id its short name, unique in the script
 * @param text what it does
 * @param statement the same as a statement of the language of the source; empty when nobody wrote it
 * @param source what it stands for
 * @param owed what a run owes to it by itself
 * @param definedIn the class of its code, as its author wrote it
 * @param timeout whether it is the end of a timeout
 * @param code what it does; it is given what its place carries
 */
record Way(
        String id,
        String text,
        String statement,
        Source source,
        Fairness owed,
        Class<?> definedIn,
        boolean timeout,
        BodyOf<Object> code) {
    /** The same way with a statement. */
    Way withStatement(String written) {
        return new Way(id, text, written, source, owed, definedIn, timeout, code);
    }

    /** The same step of a script that is called. */
    Way named(String prefix) {
        return new Way(prefix + id, text, statement, source, owed, definedIn, timeout, code);
    }
}
