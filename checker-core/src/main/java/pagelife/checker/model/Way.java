package pagelife.checker.model;

/**
 * A step of a script as declared: one way to go on from its place.
 *
 * @param id its short name, unique in the script
 * @param text what it does
 * @param source what it stands for
 * @param owed what a run owes to it by itself
 * @param definedIn the class of its code, as its author wrote it
 * @param code what it does; it is given what its place carries
 */
record Way(String id, String text, Source source, Fairness owed, Class<?> definedIn, BodyOf<Object> code) {}
