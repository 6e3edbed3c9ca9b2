package pagelife.checker.engine.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.walk.Together;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Source;

/** The values of one cell and their ids. */
class DomainTest {
    private final Cell<Object> cell = Model.builder("m").cell("page", Object.class, "first");
    private final Domain domain = new Domain(cell, 1_000);

    /** Equal by content, and the content can change. */
    private static final class Box {
        private int content;

        @Override
        public boolean equals(Object other) {
            return other instanceof Box box && box.content == content;
        }

        @Override
        public int hashCode() {
            return content;
        }

        @Override
        public String toString() {
            return "box of " + content;
        }
    }

    @Test
    void idsAreDenseInTheOrderOfFirstSight() {
        assertEquals(0, domain.intern("x"));
        assertEquals(1, domain.intern("a"));
        assertEquals(2, domain.intern("m"));
        assertEquals(3, domain.size());
    }

    @Test
    void equalValuesHaveOneId() {
        assertEquals(
                domain.intern(List.of(1, 2).toString()),
                domain.intern(List.of(1, 2).toString()));
        assertEquals(1, domain.size());
    }

    @Test
    void anIdLeadsBackToItsValue() {
        IntStream.range(0, 1000).forEach(domain::intern);
        assertTrue(IntStream.range(0, 1000).allMatch(id -> domain.value(id).equals(id)));
    }

    @Test
    void theFirstOfEqualValuesIsKept() {
        String first = new StringBuilder("a").append("b").toString();
        int id = domain.intern(first);
        domain.intern(new StringBuilder("ab").toString());
        assertSame(first, domain.value(id));
    }

    @Test
    void aValueThatHasChangedIsAnErrorThatNamesTheCell() {
        Box box = new Box();
        int id = domain.intern(box);
        box.content = 7;
        ModelException error = assertThrows(ModelException.class, () -> domain.value(id));
        assertEquals(
                "cell page holds box of 7 which has changed since it was written: values must be immutable; make it a"
                        + " record of such",
                error.getMessage());
    }

    @Test
    void aLastLookFindsAValueThatHasChanged() {
        Box box = new Box();
        domain.intern("before");
        domain.intern(box);
        domain.intern("after");
        domain.requireUnchanged();
        box.content = 7;
        assertThrows(ModelException.class, domain::requireUnchanged);
    }

    @Test
    void aValueThatIsPlainlyMutableIsRefused() {
        assertThrows(ModelException.class, () -> domain.intern(new ArrayList<>()));
    }

    /* 4 threads meet 500 values 40 times each, in orders of their own: still 500 ids, one per value. */
    @Test
    void threadsThatMeetNewValuesTogetherAgreeOnTheirIds() throws Exception {
        List<int[]> ids = Together.run(4, thread -> {
            int[] mine = new int[500];
            for (int round = 0; round < 40; round++) {
                List<Integer> values =
                        new ArrayList<>(IntStream.range(0, 500).boxed().toList());
                Collections.shuffle(values, new Random(thread * 100L + round));
                values.forEach(value -> mine[value] = domain.intern("v" + value));
            }
            return mine;
        });
        assertEquals(500, domain.size());
        for (int[] mine : ids) {
            assertTrue(IntStream.range(0, 500)
                    .allMatch(value -> domain.value(mine[value]).equals("v" + value)));
        }
    }

    @Test
    void aCellThatGrowsWithoutBoundIsAnErrorThatShowsSomeValues() {
        IntStream.range(0, 1_000).forEach(i -> domain.intern("v" + i));
        Runaway error = assertThrows(Runaway.class, () -> domain.intern("v1000"));
        assertEquals(
                "cell page has had 1000 different values, such as v0, v1 and v999: it seems to grow without bound; bound"
                        + " it in the model",
                error.getMessage());
    }

    private record Here() implements Control {}

    @Test
    void aStepThatGrowsACellWithoutBoundIsNamed() {
        ModelBuilder builder = Model.builder("m");
        Cell<Integer> count = builder.cell("count", Integer.class, 0);
        builder.actor("alice", Here.class, new Here()).step("s1", "count", Source.NONE, Here.class, (at, view) -> {
            view.write(count, view.read(count) + 1);
            return at;
        });
        Model model = builder.build();
        Cells cells = new Cells(model, 3);
        int[] ids = cells.intern(model.initialStates().head());
        Execution execution = new Execution(cells);
        StepProgram step = new StepProgram(model.steps().head());
        execution.effects(step, ids);
        ids[count.index()] = 1;
        execution.effects(step, ids);
        ids[count.index()] = 2;
        Runaway error = assertThrows(Runaway.class, () -> execution.effects(step, ids));
        assertEquals(
                "actor alice, step s1 count: cell count has had 3 different values, such as 0, 1 and 2: it seems to grow"
                        + " without bound; bound it in the model",
                error.getMessage());
    }
}
