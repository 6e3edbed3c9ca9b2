package pagelife.reports.cli;

/** The process of the {@code check} command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        try {
            System.exit(run(Shelf.shipped(), args));
        } catch (Error e) { // too few open files to load classes, a heap for none of them
            System.err.println(
                    "check: java cannot load pagelife here (" + e + "): look at the limits of this shell (ulimit -a)");
            Runtime.getRuntime().halt(Exit.FAULT.code());
        }
    }

    /** Runs the command on these families; {@code ^C} makes it report what it has. */
    static int run(Shelf shelf, String... args) {
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        StandardOutput out = new StandardOutput();
        Console console = Console.ofProcess(out.stream(), interrupt);
        Exit exit;
        try {
            exit = new CheckCommand(console, shelf).run(args);
        } catch (OutOfMemoryError e) { // before anything was searched
            exit = Exit.UNDECIDED;
            System.err.println("check: out of memory: give it more, such as --memory 500m");
        }
        if (out.failure().isDefined()) {
            console.error("the report was not written: " + out.failure().get());
            exit = Exit.FAULT;
        }
        interrupt.reported(exit.code());
        return exit.code();
    }
}
