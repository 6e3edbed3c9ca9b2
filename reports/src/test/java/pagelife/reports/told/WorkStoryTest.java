package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.result.Finding;
import pagelife.checker.search.Options;
import pagelife.models.kernel.Work;
import pagelife.models.page.Books;
import pagelife.models.page.TaskId;

/** What is done with a work item is told in whole statements, in a protocol that names no function. */
class WorkStoryTest {
    private static final TaskId CLOSER = new TaskId("closer");

    private final ModelBuilder building = Model.builder("poller");
    private final Cell<Integer> polls = building.cell("polls", Integer.class, 0);
    private final Cell<Boolean> gone = building.cell("gone", Boolean.class, false);
    private final Cell<Boolean> bad = building.cell("bad", Boolean.class, false);
    private final Work work = Work.declare(building, "work");

    private Seq<String> commit(Predicate<View> wrong) {
        work.worker(
                building,
                "worker",
                script -> script.step("p1 poll", now -> {
                    now.change(polls, n -> Math.min(n + 1, 2));
                    now.write(bad, now.read(gone));
                }));
        Model model = building.build();
        Invariant never = Invariant.always("never", "it goes well", view -> !wrong.test(view));
        Finding finding = Checker.check(model, Vector.of(never), Options.DEFAULT)
                .findings()
                .head();
        ToldFinding told = ToldFinding.of(finding, Books.of(model), new Explainer(model));
        new Retold(told, finding.trace().get(), Books.of(model)).assertIsSo();
        return told.story().get().commit();
    }

    @Test
    void whatComesAfterACancelIsTold() {
        building.task("closer")
                .step("c1 queue work", work::queue)
                .with(work.cancelSync(CLOSER, "d"))
                .step("c5 let go", now -> now.write(gone, true));
        building.task("other").step("o1 queue work", work::queue);
        assertEquals(
                Vector.of(
                        "  closer                 other                  worker",
                        "  ------                 -----                  ------",
                        "  queue work",
                        "  cancel work: queued",
                        "  wait for work: idle, closer cancels",
                        "  let go",
                        "                         queue work",
                        "                                                process_one_work()",
                        "                                                  // take work",
                        "                                                poll",
                        "",
                        "Broken: it goes well. 7 steps."),
                commit(view -> view.read(bad)));
    }

    @Test
    void whatIsDoneTwiceIsTold() {
        building.task("opener")
                .step("o1 queue work", work::queue)
                .with(work.flush(new TaskId("opener"), "f"))
                .step("o5 queue work", work::queue);
        assertEquals(
                Vector.of(
                        "  opener                             worker",
                        "  ------                             ------",
                        "  queue work",
                        "                                     process_one_work()  // take work",
                        "                                     poll",
                        "                                     process_one_work()  // finish work",
                        "  queue behind work: idle",
                        "  flush work: idle",
                        "  queue work",
                        "                                     process_one_work()  // take work",
                        "                                     poll",
                        "",
                        "Broken: it goes well. 9 steps."),
                commit(view -> view.read(polls) > 1));
    }
}
