package pagelife.reports.cli;

import io.vavr.collection.Vector;

/** The process of the {@code check} command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(new Shelf(Vector.empty()), args));
    }

    /** Runs the command on these families; {@code ^C} makes it report what it has. */
    static int run(Shelf shelf, String... args) {
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        Console console = Console.ofProcess(interrupt);
        int code = new CheckCommand(console, shelf).run(args).code();
        console.page().out().flush();
        interrupt.reported(code);
        return code;
    }
}
