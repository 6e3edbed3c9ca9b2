package pagelife.checker.observe;

/**
 * A task of the model that may take steps that nobody sees.
 *
 * @param actor its number
 * @param tasks the recorded tasks on a CPU that it may be; none for one that was not recorded
 */
record Mover(int actor, int[] tasks) {
    /** Whether it may take a step that nothing shows: who has yet to write a line does nothing before. */
    boolean mayMove(Owed owed) {
        for (int task : tasks) {
            if (owed.next(task) == null) {
                return true;
            }
        }
        return tasks.length == 0;
    }

    /** Whether it may be a task that has announced a step. */
    boolean hasAnnounced(Owed owed) {
        for (int task : tasks) {
            if (owed.announced(task) != null) {
                return true;
            }
        }
        return false;
    }
}
