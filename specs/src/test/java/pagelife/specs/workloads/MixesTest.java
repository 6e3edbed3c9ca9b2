package pagelife.specs.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;

/** Mixes counted, compared and renamed, against lists of programs written out by brute force. */
class MixesTest {
    private static final Sort<String> PLACES = new Sort<>("places", Vector.of("a", "b"));

    private static Script nothing() {
        return new Script().step("s", now -> {});
    }

    /** Letters: get a, get b, put, look. */
    private static final Alphabet ALPHABET = Alphabet.of(Operations.of(
            Operation.of("get", "", PLACES, (task, place) -> nothing()),
            Operation.of("put", "", task -> nothing()).undoes("get"),
            Operation.of("look", "", task -> nothing()),
            Operation.of("glance", "", task -> nothing()).narrower("a look is enough")));

    /** Programs of named tasks, idle ones among them, with so many calls in all. */
    private static Set<Vector<Vector<Integer>>> named(int calls, int tasks) {
        if (tasks == 0) {
            return calls == 0 ? HashSet.of(Vector.empty()) : HashSet.empty();
        }
        Set<Vector<Vector<Integer>>> all = HashSet.empty();
        for (int own = 0; own <= calls; own++) {
            for (Vector<Integer> program : words(own)) {
                all = all.addAll(named(calls - own, tasks - 1).map(others -> others.prepend(program)));
            }
        }
        return all;
    }

    private static Vector<Vector<Integer>> words(int length) {
        return length == 0
                ? Vector.of(Vector.empty())
                : words(length - 1).flatMap(word -> Vector.of(0, 1, 2, 3).map(word::append));
    }

    /** Put is letter 2: as many of them as gets before, at most. */
    private static boolean makesSense(Vector<Integer> program) {
        int open = 0;
        for (int letter : program) {
            open += letter < 2 ? 1 : letter == 2 ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Mix> mixes(int calls, int tasks) {
        List<Mix> all = new ArrayList<>();
        new Mixes(ALPHABET, tasks).each(calls, all::add);
        return all;
    }

    @Test
    void narrowerOperationsAreLeftOutWithTheReason() {
        assertEquals(
                Vector.of("get a", "get b", "put", "look"), ALPHABET.calls().map(Object::toString));
        assertEquals("a look is enough", ALPHABET.leftOut().get("glance").get());
    }

    @Test
    void eachMixComesOnceAndStandsForItsNamedPrograms() {
        for (int tasks = 1; tasks <= 3; tasks++) {
            for (int calls = 1; calls <= 4; calls++) {
                Set<Mix> expected = HashSet.empty();
                for (Vector<Vector<Integer>> programs :
                        named(calls, tasks).filter(all -> all.forAll(MixesTest::makesSense))) {
                    expected = expected.add(Mix.of(programs.reject(Vector::isEmpty)));
                }
                List<Mix> found = mixes(calls, tasks);
                assertEquals(expected.size(), found.size(), calls + " calls, " + tasks + " tasks");
                assertEquals(expected, HashSet.ofAll(found));
            }
        }
    }

    @Test
    void arrangementsAreTheWaysToGiveProgramsToNamedTasks() {
        for (Mix mix : mixes(4, 3)) {
            int tasks = mix.programs().size();
            long counted = named(4, tasks)
                    .filter(programs -> !programs.exists(Vector::isEmpty))
                    .filter(programs -> Mix.of(programs).equals(mix))
                    .size();
            assertEquals(counted, mix.arrangements(), mix.text(ALPHABET));
        }
    }

    @Test
    void aMixContainsWhatIsLeftWhenCallsAreLeftOut() {
        for (Mix outer : mixes(3, 2)) {
            Set<Mix> within = shrunk(HashSet.of(outer), 2);
            for (Mix inner : mixes(1, 2)) {
                assertEquals(within.contains(inner), outer.contains(inner), outer.text(ALPHABET) + ", " + inner);
            }
            assertTrue(outer.contains(outer));
        }
        assertFalse(new Mix(Vector.of(Vector.of(0, 1))).contains(new Mix(Vector.of(Vector.of(0), Vector.of(1)))));
    }

    private static Set<Mix> shrunk(Set<Mix> mixes, int calls) {
        return calls == 0 ? mixes : shrunk(mixes.flatMap(MixesTest::shrunk), calls - 1);
    }

    private static Set<Mix> shrunk(Mix mix) {
        Set<Mix> smaller = HashSet.empty();
        for (int task = 0; task < mix.programs().size(); task++) {
            for (int call = 0; call < mix.programs().get(task).size(); call++) {
                int at = call;
                smaller = smaller.add(Mix.of(mix.programs()
                        .update(task, program -> program.removeAt(at))
                        .reject(Vector::isEmpty)));
            }
        }
        return smaller;
    }

    @Test
    void renamingStandsForAllOfAnOrbitOnce() {
        Renamings renamings = Renamings.of(ALPHABET, Vector.of(PLACES));
        assertEquals(2, renamings.all().size());
        for (Mix mix : mixes(3, 3)) {
            Set<Mix> orbit =
                    renamings.all().map(one -> Renamings.applied(one, mix)).toSet();
            assertEquals(1, orbit.map(renamings::first).size());
            assertTrue(orbit.contains(renamings.first(mix)));
            assertTrue(orbit.forAll(image -> renamings.contains(mix, image)));
        }
    }
}
