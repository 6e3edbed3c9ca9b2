package pagelife.checker.views;

/**
 * A view: what is common, and some members.
 *
 * @param shared the number of what is common, counts cut off where they are no longer told apart
 * @param group the members in sight
 */
record Sight(int shared, Group group) {}
