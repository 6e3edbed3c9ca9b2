package pagelife.checker.observe;

/**
 * A task of the model that may take steps that nobody sees.
 *
 * @param actor its number
 * @param tasks the recorded tasks on a CPU that it may be; none for one that was not recorded
 */
record Mover(int actor, int[] tasks) {
    /** Whether it may take a step now: who has yet to write a line does nothing before. */
    boolean mayMove(Owed owed) {
        for (int task : tasks) {
            if (owed.next(task) == null) {
                return true;
            }
        }
        return tasks.length == 0;
    }
}
