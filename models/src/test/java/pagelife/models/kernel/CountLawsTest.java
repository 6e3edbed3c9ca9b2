package pagelife.models.kernel;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Law;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;

/** What counts promise, each beside a use, or a twin, that breaks it: {@code right} says which of the two it is. */
class CountLawsTest {
    private static final Vector<String> USERS = Vector.of("a", "b");

    private final ModelBuilder model = Model.builder("law");

    /** One instruction is not interrupted; a load and a store are. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void additionsAreNotLost(boolean right) {
        Atomic number = Atomic.declare(model, "number", 0);
        Atomic ends = Atomic.declare(model, "ends", 0);
        for (String name : USERS) {
            Script task = model.task(name);
            if (right) {
                task.step("1 inc", number::inc);
            } else {
                task.step("1 load", now -> now.hand(number.read(now)))
                        .step("2 store", Integer.class, (now, seen) -> number.set(now, seen + 1));
            }
            task.step("3 end", ends::inc);
        }
        Law.always(view -> ends.read(view) < 2 || number.read(view) == 2).is(right, model);
    }

    @Test
    void instructionsAnswerAsTheKernelsDo() {
        Atomic number = Atomic.declare(model, "number", 1);
        Cell<String> said = model.cell("said", "");
        model.task("a").step("1 all", now -> {
            Vector<Object> answers = Vector.of(
                    number.addUnless(now, 2, 1),
                    number.addUnless(now, 2, 0),
                    number.cmpxchg(now, 4, 9),
                    number.tryCmpxchg(now, 3, 5),
                    number.xchg(now, 2),
                    number.fetchAdd(now, 1),
                    number.addReturn(now, -1),
                    number.decAndTest(now),
                    number.decAndTest(now),
                    number.incNotZero(now));
            now.write(said, answers.mkString(" "));
        });
        String kernel = "false true 3 true 5 2 2 false true false";
        Law.sometimes(view -> view.read(said).equals(kernel)).is(true, model);
    }

    /** An overflow saturates: whatever is put later, nothing is released; a plain number comes round to 0. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOverflownCountReleasesNothing(boolean right) {
        int max = 2;
        Refcount refs = Refcount.declare(model, "refs", 1, right ? max : Integer.MAX_VALUE);
        Cell<Boolean> released = model.cell("released", false);
        Owner owner = Owner.of("everybody");
        Script task = model.task("a");
        for (int get = 1; get <= max; get++) {
            task.step("g" + get + " get", now -> refs.inc(now, owner));
        }
        for (int put = 1; put <= max + 1; put++) {
            task.step("p" + put + " put", now -> now.change(released, so -> refs.decAndTest(now, owner) || so));
        }
        Law.always(view -> !view.read(released)).is(right, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDecrementToZeroThatNobodyTestsWarns(boolean right) {
        Refcount refs = Refcount.declare(model, "refs", right ? 2 : 1);
        model.task("a").step("1 dec", now -> refs.dec(now, Owner.task("a")));
        Law.neverTold(Refcount.Saturates.class::isInstance).is(right, model);
    }

    /** What is told of a count that saturates is what is stored then, whichever way it came there. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCountThatSaturatesIsToldAsItIsStored(boolean right) {
        int saturated = Refcount.SATURATED;
        Refcount gets = Refcount.declare(model, "gets", right ? 0 : 1);
        Refcount puts = Refcount.declare(model, "puts", right ? 0 : 2);
        Refcount drops = Refcount.declare(model, "drops", right ? 1 : 2);
        model.task("a")
                .step("1 inc", now -> gets.inc(now, Owner.task("a")))
                .step("2 put", now -> puts.decAndTest(now, Owner.task("a")))
                .step("3 dec", now -> drops.dec(now, Owner.task("a")));
        Law.neverTold(event -> event instanceof PageEvent.Count count && count.after() != saturated)
                .is(right, model);
    }

    /** Who finds an object by a bare pointer asks whether it still lives; a get does not ask. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReleasedObjectIsNotHadAgain(boolean right) {
        Kref ref = Kref.declare(model, "ref");
        Cell<Boolean> freed = model.cell("freed", false);
        Cell<Boolean> used = model.cell("used", false);
        model.task("owner")
                .step("1 put", now -> ref.put(now, Owner.task("owner"), last -> last.write(freed, true)))
                .has(ref.heldBy(Owner.task("owner")));
        Owner finder = Owner.task("finder");
        model.task("finder")
                .step("1 get", now -> {
                    boolean had = !right || ref.getUnlessZero(now, finder);
                    if (!had) {
                        now.end();
                        return;
                    }
                    if (!right) {
                        ref.get(now, finder);
                    }
                    now.write(used, true);
                })
                .step("2 put", now -> {
                    now.write(used, false);
                    ref.put(now, finder, last -> last.write(freed, true));
                })
                .has(ref.heldBy(finder));
        Law.always(view -> !view.read(used) || !view.read(freed)).is(right, model);
    }

    /** What tasks say that they hold is what is counted. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void booksAgreeWithCounts(boolean right) {
        Refcount refs = Refcount.declare(model, "refs", 1);
        for (String name : USERS) {
            Owner owner = Owner.task(name);
            model.task(name)
                    .step("1 get", now -> refs.inc(now, owner))
                    .step("2 put", now -> refs.decAndTest(now, owner))
                    .has(right ? new Holds[] {refs.heldBy(owner)} : new Holds[0]);
        }
        Model built = model.build();
        Books books = refs.in(Books.of(built)).standing(view -> Vector.of(refs.heldBy(Owner.of("maker"))));
        Law.always(view -> books.count(view, refs.what()).contains(books.held(view, refs.what())))
                .is(right, built);
    }

    /** Who froze a count is alone; who looked at it and went on is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoFroozeAFolioIsAlone(boolean right) {
        FolioRef refs = FolioRef.declare(model, "refs", 1);
        Cell<Boolean> alone = model.cell("alone", false);
        Cell<Boolean> other = model.cell("other", false);
        Owner user = Owner.task("user");
        model.task("user")
                .step("1 get", now -> {
                    if (!refs.tryGet(now, user)) {
                        now.end();
                        return;
                    }
                    now.write(other, true);
                })
                .step("2 put", now -> {
                    now.write(other, false);
                    refs.putTestzero(now, user);
                })
                .has(refs.heldBy(user));
        model.task("freezer")
                .step("1 freeze", now -> {
                    boolean goesOn = right ? refs.freeze(now, 1) : refs.read(now) == 1;
                    now.write(alone, goesOn);
                    if (!goesOn) {
                        now.end();
                    }
                })
                .step("2 thaw", now -> {
                    now.write(alone, false);
                    if (right) {
                        refs.unfreeze(now);
                    }
                });
        Law.always(view -> !view.read(alone) || !view.read(other)).is(right, model);
    }

    private Script user(PercpuRef ref, String name, Cell<Boolean> gone, Cell<Boolean> used, Completion done) {
        Owner owner = Owner.task(name);
        return model.task(name)
                .step("1 get", now -> {
                    if (!ref.trygetLive(now, owner)) {
                        now.end();
                    }
                })
                .step("2 use", now -> now.write(used, now.read(gone)))
                .has(ref.heldBy(owner))
                .step("3 put", now -> ref.put(now, owner, done::complete))
                .has(ref.heldBy(owner));
    }

    /** After a kill and the wait for its completion nobody uses what is gone; without the wait somebody does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForADrainedRefIsAlone(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Completion done = Completion.declare(model, "done");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> used = model.cell("used", false);
        USERS.forEach(name -> user(ref, name, gone, used, done));
        model.task("killer")
                .step("1 kill", now -> ref.kill(now, done::complete))
                .step("2 wait", now -> {
                    if (right) {
                        done.waitFor(now);
                    }
                })
                .step("3 free", now -> now.write(gone, true));
        Law.always(view -> !view.read(used)).is(right, model);
    }

    /** The put that makes it 0 is seen whenever it comes, before the confirmation too; a ref never killed sees none. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKilledRefIsReleased(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Completion done = Completion.declare(model, "done");
        Cell<Boolean> gone = model.cell("gone", false);
        user(ref, "a", gone, model.cell("used", false), done);
        Script killer = model.task("killer");
        if (right) {
            killer.step("1 kill", ref::killAndConfirm).step("2 confirm", now -> ref.confirm(now, done::complete));
        } else {
            killer.step("1 put", now -> ref.put(now, PercpuRef.FIRST, done::complete));
        }
        killer.step("3 wait", done::waitFor);
        Law.nobodyIsStuck().is(right, model);
    }

    /** A CPU may not know of a kill before it is confirmed; afterwards each does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyAConfirmedKillIsKnownToAll(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Cell<Boolean> gone = model.cell("gone", false);
        Cell<Boolean> late = model.cell("late", false);
        Script killer = model.task("killer").step("1 kill", ref::killAndConfirm);
        if (right) {
            killer.step("2 confirm", now -> ref.confirm(now, last -> {}));
        }
        killer.step("3 free", now -> now.write(gone, true));
        model.task("a").step("1 get", now -> {
            boolean wasGone = now.read(gone);
            now.write(late, ref.trygetLive(now, Owner.task("a")) && wasGone);
        });
        Law.always(view -> !view.read(late)).is(right, model);
    }

    /** A drained ref that begins anew gives references out; one that does not, gives none. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefBeginsAnew(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Cell<Boolean> had = model.cell("had", false);
        model.task("a")
                .step("1 kill", now -> ref.kill(now, last -> {}))
                .step("2 reinit", now -> {
                    if (right) {
                        ref.reinit(now);
                    }
                })
                .step("3 get", now -> now.write(had, ref.trygetLive(now, Owner.task("a"))));
        Law.sometimes(view -> view.read(had)).is(right, model);
    }

    @Test
    void aResurrectedRefLives() {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Cell<Boolean> had = model.cell("had", false);
        Owner owner = Owner.task("a");
        model.task("a")
                .step("1 get", now -> ref.get(now, owner))
                .step("2 kill", now -> ref.kill(now, last -> {}))
                .step("3 again", ref::resurrect)
                .step("4 get", now -> now.write(had, ref.trygetLive(now, owner)));
        Law.sometimes(view -> view.read(had)).is(true, model);
    }

    /** Between a kill and its confirmation a ref is brought back to life only once the switch is over. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResurrectionWaitsForTheConfirmation(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Owner owner = Owner.task("a");
        model.task("a")
                .step("1 get", now -> ref.get(now, owner))
                .step("2 kill", ref::killAndConfirm)
                .step("3 again", ref::resurrect)
                .step("4 put", now -> ref.put(now, owner, CountLawsTest::nothing))
                .step("5 kill again", ref::killAndConfirm);
        if (right) {
            model.task("rcu").step("1 confirm", now -> {
                now.await(ref.isDying(now));
                ref.confirm(now, CountLawsTest::nothing);
            });
        }
        Law.noStepFails().is(true, model);
        Law.nobodyIsStuck().is(right, model);
    }

    /** Before it is confirmed a killed ref has not reached 0, whoever put what. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotConfirmedDoesNotBeginAnew(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Script killer = model.task("a").step("1 kill", ref::killAndConfirm);
        if (right) {
            killer.step("2 confirm", now -> ref.confirm(now, CountLawsTest::nothing));
        }
        killer.step("3 again", ref::reinit);
        Law.noStepFails().is(right, model);
    }

    private Script killed(PercpuRef ref) {
        return model.task("a")
                .step("1 kill", ref::killAndConfirm)
                .step("2 confirm", now -> ref.confirm(now, last -> {}));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyAKillIsConfirmed(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        if (right) {
            killed(ref);
        } else {
            model.task("a").step("2 confirm", now -> ref.confirm(now, CountLawsTest::nothing));
        }
        Law.noStepFails().is(right, model);
    }

    /** The second confirmation would drop the first reference again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKillIsConfirmedOnce(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Script killer = killed(ref);
        if (!right) {
            killer.step("3 confirm", now -> ref.confirm(now, CountLawsTest::nothing));
        }
        Law.noStepFails().is(right, model);
    }

    /** Two that tear down kill it once between them, or it has been brought back to life. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefIsKilledOnceInALife(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Script killer = killed(ref);
        if (right) {
            killer.step("3 again", ref::reinit);
        }
        killer.step("4 kill", ref::killAndConfirm);
        Law.noStepFails().is(right, model);
    }

    /** Who may come after 0 asks whether a reference is left; a get does not ask. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReleasedRefIsNotGot(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Owner late = Owner.task("late");
        killed(ref);
        model.task("late").step("1 get", now -> {
            if (right) {
                ref.tryget(now, late);
            } else {
                ref.get(now, late);
            }
        });
        Law.noStepFails().is(right, model);
    }

    /** The first reference goes with the kill: who also puts it puts below 0, which the switch finds. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyPutsBelowZero(boolean right) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        model.task("b").step("1 put", now -> {
            if (!right) {
                ref.put(now, PercpuRef.FIRST, CountLawsTest::nothing);
            }
        });
        killed(ref);
        Law.noStepFails().is(right, model);
    }

    private static void nothing(Now now) {}

    /** Until 0 was seen, a plain tryget succeeds after a kill; then it does not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlainTrygetFailsAtZeroOnly(boolean held) {
        PercpuRef ref = PercpuRef.declare(model, "ref");
        Cell<Boolean> had = model.cell("had", false);
        model.task("a")
                .step("1 get", now -> {
                    if (held) {
                        ref.get(now, Owner.task("a"));
                    }
                })
                .step("2 kill", now -> ref.kill(now, CountLawsTest::nothing))
                .step("3 get", now -> now.write(had, ref.tryget(now, Owner.task("a"))));
        Law.sometimes(view -> view.read(had)).is(held, model);
    }
}
