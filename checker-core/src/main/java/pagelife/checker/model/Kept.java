package pagelife.checker.model;

/**
 * What a place of a called script carries, and what the caller carries meanwhile.
 *
 * @param inner what the place carries
 * @param outer what the caller carries, which may be such a pair itself
 */
record Kept(Object inner, Object outer) {
    /** The pair, or only the first where the caller has nothing to keep. */
    static Object of(Object inner, Object outer) {
        return outer == Nothing.NOTHING ? inner : new Kept(inner, outer);
    }

    /** What a place itself carries. */
    static Object inner(Object carried) {
        return carried instanceof Kept kept ? kept.inner : carried;
    }

    /** What the caller carries. */
    static Object outer(Object carried) {
        return carried instanceof Kept kept ? kept.outer : Nothing.NOTHING;
    }

    @Override
    public String toString() {
        return inner == Nothing.NOTHING ? outer.toString() : inner + ", " + outer;
    }
}
