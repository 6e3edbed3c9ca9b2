package pagelife.reports.bench;

/**
 * What one run of one process cost.
 *
 * @param states distinct states
 * @param transitions action instances executed
 * @param holds whether everything claimed holds
 * @param cpuNanos user and system time of the whole process, from its start to its end, all threads
 * @param wallNanos time from its start to its end
 */
record Sample(long states, long transitions, boolean holds, long cpuNanos, long wallNanos) {}
