package pagelife.checker.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Nothing;

class ValueTest {
    enum Colour {
        RED {
            @Override
            public String toString() {
                return "red as blood";
            }
        }
    }

    record PageId(int number) {
        @Override
        public String toString() {
            return "P" + number;
        }
    }

    record Box(int size) {}

    record Entry(PageId page, Option<PageId> next) {}

    record Sized(Box box) {
        @Override
        public String toString() {
            return "sized";
        }
    }

    record Idle() {}

    record Waits(Idle at) {}

    record Secret(int number) {
        @Override
        public int number() {
            throw new IllegalStateException("secret");
        }

        @Override
        public String toString() {
            return "a secret";
        }
    }

    record Listed(int refs) implements InParts {
        @Override
        public Seq<String> parts() {
            return Vector.of("here", "refs " + refs);
        }

        @Override
        public String toString() {
            return parts().mkString(", ");
        }
    }

    private static final Entry ENTRY = new Entry(new PageId(0), Option.some(new PageId(1)));

    @Test
    void wholeAndDecimalNumbersAreAmounts() {
        assertEquals(new Value.Amount(BigDecimal.valueOf(7), "7"), Value.of(7));
        assertEquals(new Value.Amount(BigDecimal.valueOf(-7), "-7"), Value.of((byte) -7));
        assertEquals(
                new Value.Amount(new BigDecimal(Long.MIN_VALUE), Long.toString(Long.MIN_VALUE)),
                Value.of(Long.MIN_VALUE));
        assertEquals(
                new Value.Amount(new BigDecimal("1" + "0".repeat(30)), "1" + "0".repeat(30)),
                Value.of(BigInteger.TEN.pow(30)));
        assertEquals(new Value.Amount(new BigDecimal("0.5"), "0.5"), Value.of(0.5));
    }

    @Test
    void whatIsNoNumberIsText() {
        assertEquals(new Value.Text("NaN"), Value.of(Double.NaN));
        assertEquals(new Value.Text("-Infinity"), Value.of(Float.NEGATIVE_INFINITY));
    }

    @Test
    void aConstantHasItsDeclaredNameAndItsText() {
        assertEquals(new Value.Name("Colour", "RED", "red as blood"), Value.of(Colour.RED));
        assertEquals(new Value.Name("End", "FINISHED", "finished"), Value.of(Control.finished()));
    }

    @Test
    void truthsAndTextsAreWhatTheyAre() {
        assertEquals(new Value.Truth(true), Value.of(true));
        assertEquals("false", Value.of(false).text());
        assertEquals(new Value.Text("a=1, b"), Value.of("a=1, b"));
        assertEquals(new Value.Text("c"), Value.of('c'));
    }

    @Test
    void aRecordOfOneNumberThatPrintsItselfIsAnIdentity() {
        Value page = Value.of(new PageId(3));
        assertEquals(new Value.Identity("PageId", "number", Value.of(3), "P3"), page);
        assertEquals(Option.some(Value.of(3)), page.component("number"));
        assertEquals(Option.none(), page.component("size"));
    }

    @Test
    void aRecordHasItsComponentsInOrder() {
        Value.Structure entry = assertInstanceOf(Value.Structure.class, Value.of(ENTRY));
        assertEquals("Entry", entry.type());
        assertEquals(List.of("page", "next"), entry.components().keySet().toList());
        assertEquals(Option.some(Value.of(new PageId(0))), entry.component("page"));
        assertEquals("Entry[page=P0, next=Some(P1)]", entry.text());
    }

    @Test
    void aRecordPrintsItsComponentsUnlessItHasAPrintOfItsOwn() {
        assertTrue(((Value.Structure) Value.of(new Box(1))).printsComponents());
        assertTrue(((Value.Structure) Value.of(ENTRY)).printsComponents());
        assertTrue(((Value.Structure) Value.of(new Waits(new Idle()))).printsComponents());
        assertFalse(((Value.Structure) Value.of(new Sized(new Box(1)))).printsComponents());
    }

    @Test
    void aRecordWithoutComponentsIsItsName() {
        assertEquals("Idle", Value.of(new Idle()).text());
        assertEquals("Waits[at=Idle[]]", Value.of(new Waits(new Idle())).text());
    }

    @Test
    void aRecordThatCannotBeReadIsItsText() {
        assertEquals(new Value.Text("a secret"), Value.of(new Secret(1)));
    }

    @Test
    void otherClassesAreTheirText() {
        assertEquals(new Value.Text("Left(1)"), Value.of(Either.left(1)));
        assertEquals(new Value.Text("Lazy(?)"), Value.of(Lazy.of(() -> 1)));
    }

    @Test
    void aPlaceShowsWhatItCarries() {
        Value at = Value.of(new At(0, "pin slow", "t5", ENTRY));
        assertEquals("pin slow: t5[Entry[page=P0, next=Some(P1)]]", at.text());
        assertEquals("t5", at.at("place").get().text());
        assertEquals(Option.some(Value.of(1)), at.at("carried.next.number"));
        assertEquals(
                Option.some(new Value.Absent("nothing")),
                Value.of(new At(0, "", "t5", Nothing.NOTHING)).at("carried"));
    }

    @Test
    void optionsAreTransparentToPaths() {
        assertEquals(Option.some(Value.of(1)), Value.of(ENTRY).at("next.number"));
        assertEquals(Option.none(), Value.of(ENTRY).at("next.size"));
        assertEquals(
                Option.none(), Value.of(new Entry(new PageId(0), Option.none())).at("next.number"));
        assertEquals(Value.of(Option.some(1)), Value.of(Option.some(1)).at("").get());
    }

    @Test
    void optionsAreThereOrNot() {
        assertEquals(new Value.Present(Value.of(1), "Some(1)"), Value.of(Option.some(1)));
        assertEquals(new Value.Present(Value.of(1), "Optional[1]"), Value.of(Optional.of(1)));
        assertEquals(new Value.Absent("None"), Value.of(Option.none()));
        assertEquals(new Value.Absent("null"), Value.of(null));
    }

    @Test
    void sequencesAndTuplesKeepTheirOrder() {
        assertEquals(
                new Value.Sequence(Vector.of(Value.of(2), Value.of(1)), "Vector(2, 1)"), Value.of(Vector.of(2, 1)));
        assertEquals(new Value.Sequence(Vector.of(Value.of(2), Value.of("a")), "(2, a)"), Value.of(Tuple.of(2, "a")));
    }

    @Test
    void setsWithoutAnOrderHaveThatOfTheirTexts() {
        Value.Group group = (Value.Group) Value.of(HashSet.of("c", "a", "b"));
        assertEquals(Vector.of("a", "b", "c"), group.elements().map(Value::text));
        Value.Group ordered = (Value.Group) Value.of(LinkedHashSet.of("c", "a", "b"));
        assertEquals(Vector.of("c", "a", "b"), ordered.elements().map(Value::text));
    }

    @Test
    void mapsAreTheirEntries() {
        Value.Table table = (Value.Table) Value.of(HashMap.of("b", 1, "a", 2));
        assertEquals(
                Vector.of(Tuple.of(Value.of("a"), Value.of(2)), Tuple.of(Value.of("b"), Value.of(1))), table.entries());
        Value.Table sorted = (Value.Table) Value.of(TreeMap.of(10, "x", 9, "y"));
        assertEquals(
                Vector.of("9", "10"), sorted.entries().map(entry -> entry._1().text()));
    }

    @Test
    void partsAreWhatTheValueSays() {
        assertEquals(Vector.of("here", "refs 2"), Value.of(new Listed(2)).parts());
        assertEquals(Vector.of("a, b"), Value.of("a, b").parts());
    }
}
