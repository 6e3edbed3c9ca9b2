package pagelife.reports.reproduce;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.Workload;
import pagelife.reports.page.Wrap;

/** Writes the program of a test. */
final class ProgramText {
    private static final int WIDTH = 76;

    private final Staged staged;
    private final Seq<TaskCode.Code> tasks;
    private final TaskCode.Code setup;
    private final TaskCode.Code whole;

    ProgramText(Staged staged) {
        this.staged = staged;
        this.tasks = staged.workload()
                .tasks()
                .toVector()
                .map(task -> staged.code(task._1()).of(task._2(), 1));
        this.setup = staged.workload().setup().map(this::before).foldLeft(TaskCode.Code.NONE, TaskCode.Code::and);
        this.whole = tasks.foldLeft(setup, TaskCode.Code::and);
    }

    private TaskCode.Code before(Workload.Before before) {
        int task = staged.workload().tasks().keySet().toVector().indexOf(before.task());
        String whose = before.task().equals(ModelBuilder.SETUP) ? "&before" : "&tasks[" + task + "]";
        return staged.code(before.task()).of(before.program(), 1).within("\ttask = " + whose + ";\n", "");
    }

    Reproduction reproduction() {
        Seq<String> does =
                whole.said().toVector().map(said -> said._1() + ": " + said._2().does());
        Seq<String> cannot = Vector.ofAll(whole.said()
                        .filterValues(said -> !said.cannot().isEmpty())
                        .map(said -> said._1() + ": " + said._2().cannot()))
                .appendAll(ofAll());
        Set<String> parts = staged.sizes().align() > 1 ? whole.parts().add("devdax") : whole.parts();
        String program = new Sections(Sections.resource("program.c"))
                .of(parts, HashMap.of("HEAD", head(does, cannot), "SIZES", sizes(parts), "TASKS", code()));
        return new Reproduction(program, does, cannot);
    }

    /** What no program of user space can do. */
    private Seq<String> ofAll() {
        String kernels = "rules: the kernel has its own; this test is about "
                + staged.variant().kernels()
                + (staged.test().ruled().isEmpty()
                        ? ""
                        : ", with " + staged.test().ruled());
        Seq<String> always = Vector.of(
                kernels,
                "steps within a call: no schedule can be forced; tasks begin at a barrier, wait at random before each"
                        + " operation (-j), and do it all again (-n)");
        return staged.sizes().mms() > 1
                ? always.append("address spaces: each mm is a mapping of one process, so that they share mmap_lock")
                : always;
    }

    private String head(Seq<String> does, Seq<String> cannot) {
        Seq<String> lines = Vector.of(staged.test().name() + ": " + about(), "")
                .append("Made by ./check reproduce from a litmus test of "
                        + staged.variant().fullName() + ".")
                .append("Compile: gcc -O2 -Wall -Wextra -pthread -o reproduce reproduce.c")
                .append("")
                .appendAll(staged.workload().setup().map(before -> "before: " + before))
                .appendAll(staged.workload().tasks().map(task -> task._1() + ": " + task._2()))
                .append("")
                .append("What the operations are here:")
                .appendAll(does)
                .append("")
                .append("What user space cannot do of this test:")
                .appendAll(cannot);
        return lines.flatMap(
                        line -> line.isEmpty() ? Vector.of("") : Vector.ofAll(Wrap.words(CText.remark(line), WIDTH)))
                .map(line -> (" * " + line).stripTrailing())
                .mkString("/*\n", "\n", "\n */\n");
    }

    private String about() {
        return staged.test().about().isEmpty()
                ? staged.variant().summary()
                : staged.test().about();
    }

    private String sizes(Set<String> parts) {
        Sizes sizes = staged.sizes();
        return Vector.of(
                        "TEST\t\t" + CText.string(staged.test().name()),
                        "TASKS\t\t" + tasks.size(),
                        "FILES\t\t" + sizes.files(),
                        "MMS\t\t" + sizes.mms(),
                        "INDICES\t\t" + sizes.pages(),
                        "ALIGN\t\t" + sizes.align(),
                        "PINS\t\t" + Math.max(1, staged.pins()),
                        "OPTIONS\t\t" + CText.string(options(parts)))
                .map(line -> "#define " + line + "\n")
                .mkString();
    }

    private static String options(Set<String> parts) {
        return "n:j:w:b:s:e:t:h"
                + (parts.contains("loop") ? "l:" : "")
                + (parts.contains("direct") ? "o:z:" : "")
                + (parts.contains("remove") ? "r:" : "")
                + (parts.contains("poison") ? "P" : "");
    }

    private String code() {
        Seq<String> names = staged.workload().tasks().keySet().toVector();
        String functions = tasks.zip(names.zipWithIndex())
                .map(task -> "static void " + function(task._2()._1(), task._2()._2()) + "(struct task *task)\n{\n"
                        + task._1().text() + unused(task._1()) + "}\n\n")
                .mkString();
        String rows = names.zipWithIndex()
                .map(name -> "\t{ .name = " + CText.string(name._1()) + ", .run = " + function(name._1(), name._2())
                        + " },\n")
                .mkString("static struct task tasks[TASKS] = {\n", "", "};\n\n");
        return functions + rows + setupFunction();
    }

    private String setupFunction() {
        String body = setup.text().isEmpty() ? "" : "\tstruct task *task;\n\n" + setup.text() + unused(setup);
        return "/* What is done before the tasks begin. */\nstatic void setup(void)\n{\n" + body + "}\n";
    }

    private static String unused(TaskCode.Code code) {
        return code.text().contains("(task") ? "" : "\t(void)task;\n";
    }

    private static String function(String task, int number) {
        return "run_" + number + "_" + CText.identifier(task);
    }
}
