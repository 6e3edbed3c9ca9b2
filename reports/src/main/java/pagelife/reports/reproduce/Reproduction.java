package pagelife.reports.reproduce;

import io.vavr.collection.Seq;
import pagelife.checker.model.TextException;
import pagelife.specs.litmus.Posed;

/**
 * A litmus test as a program of user space, which does on a kernel what the tasks of the test do in a model.
 *
 * @param program the program in C
 * @param does what each operation is in it, in the order of the test
 * @param cannot what of the test user space cannot do, a sentence each
 */
public record Reproduction(String program, Seq<String> does, Seq<String> cannot) {
    /** The name of the program's file. */
    public static final String PROGRAM = "reproduce.c";

    /** The name of the script's file. */
    public static final String SCRIPT = "record.sh";

    /**
     * The program of a test.
     *
     * @throws TextException where its operations are no calls of user space
     */
    public static Reproduction of(Posed posed) {
        return new ProgramText(Staged.of(posed)).reproduction();
    }

    /** The script that records what a kernel does meanwhile. */
    public static String script() {
        return Sections.resource(SCRIPT);
    }
}
