package pagelife.checker.model;

import io.vavr.control.Option;

/**
 * A CPU, as far as it matters who runs on it: {@link ModelBuilder#cpu} declares one, {@link Script#on} puts steps on
 * it. Any task on it may run at any time, as if the scheduler went from one to the next after each step, but while a
 * task keeps it ({@link Now#disablePreemption}, {@link Now#disableInterrupts}) or an interrupt handler runs on it
 * ({@link Script#interrupts}), no other task on it takes a step. So who waits with preemption off for what another task
 * of the same CPU has to do spins forever, and work that is queued on a CPU waits until nobody keeps it.
 *
 * @param name its name, such as {@code cpu0}
 * @param cell what holds its state
 */
public record Cpu(String name, Cell<Use> cell) {
    /**
     * Who keeps a CPU.
     *
     * @param keeper the task that has preemption or interrupts off; empty when nobody has
     * @param depth how often it has preemption off
     * @param interruptsOff whether it has interrupts off
     * @param handler the interrupt handler that runs; empty when none does
     */
    public record Use(Option<String> keeper, int depth, boolean interruptsOff, Option<String> handler) {
        /** Nobody keeps it. */
        static final Use FREE = new Use(Option.none(), 0, false, Option.none());

        private static Use of(String task, int depth, boolean interruptsOff, Option<String> handler) {
            return new Use(Option.when(depth > 0 || interruptsOff, task), depth, interruptsOff, handler);
        }

        /** Whether a task may take a step. */
        boolean admits(String task) {
            return handler.isEmpty() && keeper.forAll(task::equals);
        }

        /** Whether an interrupt handler may take a step. */
        boolean admitsHandler(String task) {
            return handler.fold(() -> !interruptsOff, task::equals);
        }

        @Override
        public String toString() {
            if (equals(FREE)) {
                return "free";
            }
            String kept = keeper.map(task ->
                            task + (interruptsOff ? ", interrupts off" : "") + (depth > 0 ? ", preemption off" : ""))
                    .getOrElse("");
            return handler.map(task -> task + " in interrupt" + (kept.isEmpty() ? "" : " of " + kept))
                    .getOrElse(kept);
        }
    }

    void disablePreemption(Now now) {
        Use use = now.read(cell);
        requireKeeper(now, use);
        now.write(cell, Use.of(now.task(), use.depth + 1, use.interruptsOff, use.handler));
    }

    void enablePreemption(Now now) {
        Use use = now.read(cell);
        requireKeeper(now, use);
        now.bugOn(use.depth == 0, "preemption of " + name + " is enabled, and was not disabled");
        now.write(cell, Use.of(now.task(), use.depth - 1, use.interruptsOff, use.handler));
    }

    void interrupts(Now now, boolean off) {
        Use use = now.read(cell);
        requireKeeper(now, use);
        now.write(cell, Use.of(now.task(), use.depth, off, use.handler));
    }

    private void requireKeeper(Now now, Use use) {
        now.bugOn(
                !use.keeper.forAll(now.task()::equals),
                now.task() + " changes what " + use.keeper.getOrElse("") + " has set of " + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
