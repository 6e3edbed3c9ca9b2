package pagelife.reports.reproduce;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Written;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/**
 * A litmus test that a program of user space can try.
 *
 * @param test the test
 * @param variant the variant that it is about
 * @param rules the rules that are set otherwise than usual
 * @param sizes what there is
 * @param workload what is done, the setup that a bound stands for included
 */
record Staged(Litmus test, Variant variant, Settings rules, Sizes sizes, Workload workload) {
    /** The families whose operations are calls of user space. */
    private static final Seq<String> FAMILIES = Vector.of("fsdax", "devdax", "layouts");

    private static final Workload.Before FIRST_TOUCH =
            new Workload.Before(ModelBuilder.SETUP, Written.parse("touch mm0 0"));

    /**
     * Looks at a test.
     *
     * @throws TextException where it cannot be tried
     */
    static Staged of(Posed posed) {
        Family<?> family = posed.inquiry().specs().family();
        Litmus test = posed.test();
        if (!FAMILIES.contains(family.name())) {
            throw new TextException(
                    "the operations of " + family.name() + " are no calls of user space: tests of "
                            + FAMILIES.mkString(", ") + " can be reproduced",
                    test.variant().at());
        }
        Variant variant = posed.inquiry().variant();
        Workload workload = test.workload(family.workload(variant, test.ruled(), test.bounded()));
        Sizes sizes = Sizes.of(family, variant, test);
        Staged staged = new Staged(
                test,
                variant,
                variant.rules().and(test.ruled()),
                sizes,
                sizes.mapped() ? new Workload(workload.tasks(), workload.setup().prepend(FIRST_TOUCH)) : workload);
        staged.requireCalls();
        return staged;
    }

    private void requireCalls() {
        int at = test.variant().at();
        if (workload.tasks().isEmpty()) {
            throw new TextException("no task does anything: write a table of tasks", at);
        }
        TaskCode.unknown(calls()).headOption().forEach(unknown -> {
            throw new TextException("there is no call of user space for \"" + unknown + "\": leave it out", at);
        });
    }

    /** All calls, before and while the tasks run. */
    Seq<Written.Call> calls() {
        return workload.setup()
                .map(Workload.Before::task)
                .appendAll(workload.tasks().keySet())
                .distinct()
                .flatMap(this::calls);
    }

    /** What a task calls, before and while it runs. */
    Seq<Written.Call> calls(String task) {
        return workload.setup()
                .filter(before -> before.task().equals(task))
                .map(Workload.Before::program)
                .appendAll(workload.tasks().get(task))
                .flatMap(Written::calls);
    }

    /** How many pins a task holds at most, unless it takes them in a loop. */
    int pins() {
        return workload.setup()
                .map(Workload.Before::task)
                .appendAll(workload.tasks().keySet())
                .map(task -> TaskCode.pins(calls(task)))
                .max()
                .getOrElse(0);
    }

    /** The statements of a task. */
    TaskCode code(String task) {
        return new TaskCode(calls(task), rules.get("writeFaultsOnly").contains("on"));
    }
}
