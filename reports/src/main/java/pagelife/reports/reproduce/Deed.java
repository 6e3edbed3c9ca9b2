package pagelife.reports.reproduce;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * What an operation of a model is in a program of user space.
 *
 * @param operation its name in litmus tests
 * @param parts the sections of the C text that it needs
 * @param statement the call, without what is around it; empty where there is none
 * @param does what it calls, in words
 * @param cannot what of the operation user space has no part in, in words; empty for nothing
 */
record Deed(
        String operation,
        Seq<String> parts,
        Function<Arguments, Option<String>> statement,
        String does,
        String cannot) {}
