package pagelife.specs.arbitrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.Move;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.State;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Workload;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.litmus.Run;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Study;
import pagelife.specs.own.StudySpecs;

/** Samples of a protocol of one's own, drawn as a user would draw them. */
class ModelArbitrariesTest {
    private static final Subject SUBJECT = Subject.of(StudySpecs.of(new Counted()));

    /** An object that is looked up in a table where its count is not 0, and freed with the last reference. */
    public static final class Counted implements Study {
        @Override
        public void draft(Draft d) {
            Cell<Integer> refs = d.cell("refs", 1);
            Cell<Boolean> freed = d.cell("freed", false);
            d.operations(
                    Operation.of(
                            "get",
                            "gets it unless it is gone",
                            task -> new Script().step("g get", now -> {
                                if (now.read(refs) > 0) {
                                    now.change(refs, n -> n + 1);
                                }
                            })),
                    Operation.of(
                                    "put",
                                    "puts what was got",
                                    task -> new Script().step("p put", now -> {
                                        now.change(refs, n -> n - 1);
                                        now.write(freed, now.read(refs) == 0);
                                    }))
                            .undoes("get"));
            d.task("user", "get; put");
            d.never("no use after free", "what is freed has no users", s -> s.read(freed) && s.read(refs) > 0);
        }
    }

    @Provide
    Arbitrary<Workload> workloads() {
        return ModelArbitraries.programs(SUBJECT, 3, 3);
    }

    @Property(tries = 50)
    void theClaimHoldsUnderWhateverTasksDo(@ForAll("workloads") Workload workload) {
        Inquiry<?> inquiry = SUBJECT.with(workload).inquiry();

        assertEquals(
                Verdict.HOLDS,
                inquiry.check(inquiry.called("no use after free"), Options.DEFAULT)
                        .findings()
                        .head()
                        .verdict());
    }

    @Property(tries = 100)
    void aTaskNeverPutsWhatItDidNotGet(@ForAll("workloads") Workload workload) {
        workload.tasks().values().map(Object::toString).forEach(program -> {
            int open = 0;
            for (String call : program.split("; ", -1)) {
                open += call.equals("get") ? 1 : -1;
                assertTrue(open >= 0, program);
            }
        });
    }

    @Provide
    Arbitrary<Run> runs() {
        return ModelArbitraries.schedules(
                SUBJECT.with(tasks("get; put", "get; put")).model(), 6);
    }

    private static Workload tasks(String one, String other) {
        return Workload.NONE.task("one", one).task("other", other);
    }

    @Property(tries = 100)
    void eachMoveOfARunIsPossibleWhereTheOneBeforeLed(@ForAll("runs") Run run) {
        State at = run.initial();
        for (Move move : run.moves()) {
            assertEquals(at, move.from());
            assertTrue(Move.in(at).map(Move::to).contains(move.to()));
            at = move.to();
        }
        assertEquals(at, run.last());
    }

    /**
     * Two letters: a get, and a put that is nothing alone. One list has a get; of two the first, the second, or both.
     */
    @Example
    void allOfASizeAreDrawn() {
        Vector<String> drawn = Vector.ofAll(
                        ModelArbitraries.programs(SUBJECT, 2, 1).exhaustive().get())
                .map(workload -> workload.tasks().mkString(" "));

        assertEquals(
                Vector.of("(get, get)", "(get1, get) (get2, get)", "(get, get)", "(get, get)")
                        .sorted(),
                drawn.sorted());
    }

    /** Four steps, two of each task, and nobody waits: they have C(4,2) orders. */
    @Example
    void listsOfNumbersReachEveryRun() {
        Model model = SUBJECT.with(tasks("get; put", "get; put")).model();
        Schedules schedules = Schedules.of(model);
        Seq<Vector<Integer>> lists = Vector.fill(4, () -> Vector.of(0, 1))
                .foldLeft(
                        Vector.of(Vector.<Integer>empty()),
                        (begun, bits) -> begun.flatMap(list -> bits.map(list::append)));

        assertEquals(
                6,
                lists.map(schedules::run)
                        .distinctBy(run -> run.moves().map(Run::text).mkString(" ")
                                + run.moves().map(move -> move.step().actor()))
                        .size());
    }

    @Example
    void aRunEndsWhereNothingIsPossible() {
        Model model = SUBJECT.model();

        assertEquals(2, Schedules.of(model).run(Vector.fill(9, 0)).moves().size());
        assertEquals(0, Schedules.of(model).run(Vector.empty()).moves().size());
    }

    @Example
    void equalSeedsGiveEqualSamples() {
        Programs programs = Programs.of(SUBJECT);
        Schedules schedules = Schedules.of(SUBJECT.model());

        assertEquals(programs.workload(new Random(7), 3, 4), programs.workload(new Random(7), 3, 4));
        assertEquals(
                schedules.run(new Random(7), 9).last().toString(),
                schedules.run(new Random(7), 9).last().toString());
    }

    @Example
    void aNumberIsACallModuloHowManyThereAre() {
        Programs programs = Programs.of(SUBJECT);

        assertEquals(Vector.of("get", "put"), programs.calls().map(Object::toString));
        assertEquals(programs.workload(Vector.of(Vector.of(0, 1))), programs.workload(Vector.of(Vector.of(-2, 3))));
    }

    @Example
    void aProtocolWhoseTasksAreGivenHasNoPrograms() {
        Study given = d -> d.task("a").step("s", now -> {});

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Programs.of(Subject.of(StudySpecs.of(given))));
        assertEquals(
                "the protocol has no operations: its tasks are given, and there are no programs to write; declare what"
                        + " tasks can be asked to do with operations",
                refused.getMessage());
    }

    @Example
    void valuesOfASortAreItsIdentities() {
        Sort<String> sort = new Sort<>("pages", Vector.of("P0", "P1"));

        assertEquals(
                Vector.of("P0", "P1"),
                Vector.ofAll(ModelArbitraries.values(sort).exhaustive().get()));
    }
}
