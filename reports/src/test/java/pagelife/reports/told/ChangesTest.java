package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Nothing;
import pagelife.checker.model.Source;
import pagelife.checker.model.State;
import pagelife.checker.result.TraceStep;
import pagelife.checker.value.InParts;
import pagelife.reports.page.Page;

class ChangesTest {
    record Busy(int kept) implements Control {}

    record Page(int refs, int pins) {}

    record Listed(Seq<String> parts) implements InParts {
        static Listed of(String... parts) {
            return new Listed(Vector.of(parts));
        }

        @Override
        public String toString() {
            return parts.mkString(", ");
        }
    }

    private final ModelBuilder builder = Model.builder("m");
    private final Cell<Listed> text = builder.cell("text", Listed.class, Listed.of("refs 1", "mapcount 1"));
    private final Cell<String> word = builder.cell("word", String.class, "a, b");
    private final Cell<Page> page = builder.cell("page", Page.class, new Page(1, 0));
    private final Model model = model();

    private Model model() {
        builder.actor("a", Busy.class, new Busy(1))
                .step("s", "", Source.NONE, Busy.class, (at, view) -> Control.finished());
        return builder.build();
    }

    @Test
    void ofPartsOnlyTheDifferentOnesAreShown() {
        assertEquals(Vector.of("text: refs 1 -> refs 2"), changes(text, Listed.of("refs 2", "mapcount 1")));
        assertEquals(
                Vector.of("text: +mapping F0[0]"), changes(text, Listed.of("refs 1", "mapcount 1", "mapping F0[0]")));
        assertEquals(Vector.of("text: -mapcount 1"), changes(text, Listed.of("refs 1")));
        assertEquals(
                Vector.of("text: refs 1, mapcount 1 -> mapcount 1, refs 1"),
                changes(text, Listed.of("mapcount 1", "refs 1")));
    }

    @Test
    void aTextIsNotTakenApart() {
        assertEquals(Vector.of("word: a, b -> a, c"), changes(word, "a, c"));
        assertEquals(Vector.of("word: a, b -> Page[refs=1]"), changes(word, "Page[refs=1]"));
    }

    @Test
    void ofARecordOnlyTheDifferentFieldsAreShown() {
        assertEquals(Vector.of("page.refs: 1 -> 2"), changes(page, new Page(2, 0)));
        assertEquals(Vector.of("page.refs: 1 -> 0", "page.pins: 0 -> 1"), changes(page, new Page(0, 1)));
    }

    @Test
    void whatDoesNotChangeIsNotShown() {
        assertEquals(Vector.empty(), changes(page, new Page(1, 0)));
    }

    @Test
    void whatAnActorKeepsIsShownWhenItIsNew() {
        State before = model.initialStates().head();
        assertEquals(
                Vector.of("kept=2"),
                Changes.locals(before, step(model.actor("a").control(), new Busy(2))));
        assertEquals(Vector.empty(), Changes.locals(before, step(page, new Page(2, 0))));
        assertEquals(
                Vector.empty(), Changes.locals(before, step(model.actor("a").control(), Control.finished())));
    }

    @Test
    void whatAPlaceCarriesIsShownByComponent() {
        State before = model.initialStates().head();
        Cell<Control> control = model.actor("a").control();
        assertEquals(
                Vector.of("refs=2", "pins=0"),
                Changes.locals(before, step(control, new At(0, "put", "p2", new Page(2, 0)))));
        State there = before.with(control, new At(0, "put", "p2", new Page(2, 0)));
        assertEquals(Vector.of("pins=1"), Changes.locals(there, step(control, new At(0, "put", "p3", new Page(2, 1)))));
        assertEquals(Vector.of("7"), Changes.locals(before, step(control, new At(0, "put", "p2", 7))));
        assertEquals(Vector.empty(), Changes.locals(before, step(control, new At(0, "put", "p2", Nothing.NOTHING))));
    }

    private <T> Seq<String> changes(Cell<T> cell, T value) {
        return Changes.cells(model.initialStates().head(), step(cell, value));
    }

    private <T> TraceStep step(Cell<T> cell, T value) {
        return new TraceStep(
                model.steps().head(),
                Vector.empty(),
                Vector.empty(),
                Vector.empty(),
                Vector.empty(),
                Vector.of(cell),
                model.initialStates().head().with(cell, value));
    }
}
