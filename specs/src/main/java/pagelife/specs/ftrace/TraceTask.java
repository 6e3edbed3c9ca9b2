package pagelife.specs.ftrace;

/** A task as a recording names it: {@code kt-main-110}. The idle task of each CPU has number 0. */
public record TraceTask(String comm, int pid) {

    /** Whether nobody was running: what happened was an interrupt. */
    public boolean isIdle() {
        return pid == 0;
    }

    @Override
    public String toString() {
        return comm + "-" + pid;
    }
}
