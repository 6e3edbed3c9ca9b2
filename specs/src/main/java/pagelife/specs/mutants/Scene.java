package pagelife.specs.mutants;

import java.util.function.Supplier;
import pagelife.specs.Inquiry;

/**
 * A protocol with tasks that mutants are put into.
 *
 * @param name what the user calls it: a variant, a row of the catalogue, the programs of the tasks
 * @param declared builds it, anew each time
 */
public record Scene(String name, Supplier<Inquiry<?>> declared) {}
