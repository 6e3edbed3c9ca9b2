package pagelife.specs.bench;

import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.checker.ltl.Formulas.not;
import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.Temporal;
import pagelife.models.bench.Dax;
import pagelife.models.bench.Dax.PageId;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.Sentences;

/** What we expect of the benchmark {@link Dax}. */
public final class DaxSpecs {
    private static final String S0 = "S0 CountsSane";
    private static final String S1 = "S1 FreeIsUnused";
    private static final String S3 = "S3 GoneIsUnused";
    private static final String L1 = "L1 WokenGoesOn";
    private static final String L2 = "L2 WaitEnds";

    private static final String WOKEN = "D-W2 Woken";

    /** Small enough to be looked at by hand; two GUP actors, so that one can pin while the other unpins. */
    private static final String ONE_PAGE = "pages=1 gups=2";

    private static final String COUNTED = "counts of Spin, Rumur, TLC, LTSmin and stateright";

    private DaxSpecs() {}

    /** The table. */
    public static TabledSpecs<Dax> table() {
        return faulty(unfair(right(TabledSpecs.of(Dax.family(), DaxSpecs::claims)
                .withRuns(DaxSpecs::runs)
                .withWords(DaxSpecs::words))));
    }

    private static TabledSpecs<Dax> right(TabledSpecs<Dax> table) {
        return table.and(row("small")
                        .size(61_336, 341_381)
                        .holds(L1)
                        .holds(L2)
                        .cites(COUNTED)
                        .why("a fair removal stops new references, and those that are there are dropped"))
                .and(row("small")
                        .label("one-page")
                        .bounds(ONE_PAGE)
                        .size(2_079, 9_318)
                        .holds(L1)
                        .holds(L2)
                        .cites(COUNTED)
                        .why("the same with one page, and a second pin"));
    }

    private static TabledSpecs<Dax> unfair(TabledSpecs<Dax> table) {
        return table.and(row("small")
                        .label("fair-fs")
                        .bounds(ONE_PAGE)
                        .fairness("none,fs=weak")
                        .size(2_079, 9_318)
                        .holds(L1)
                        .violated(L2, 7)
                        .cites("Spin and TLC agree")
                        .why("a woken truncate needs nobody else; a sleeping one needs the tasks that unpin, and"
                                + " they may stop"))
                .and(row("small")
                        .label("starved")
                        .bounds(ONE_PAGE)
                        .fairness("none,fs=weak,all=weak")
                        .size(2_079, 9_318)
                        .holds(L1)
                        .violated(L2, 9)
                        .cites("Spin and TLC agree")
                        .why("something always happens, and yet the truncate sleeps on: mapped and unmapped again and"
                                + " again while one pin stays"))
                .and(row("small")
                        .label("unfair")
                        .bounds(ONE_PAGE)
                        .fairness("none")
                        .size(2_079, 9_318)
                        .violated(L1, 8)
                        .violated(L2, 7)
                        .cites("Spin and TLC agree")
                        .why("the file system may stop right after it was woken"));
    }

    private static TabledSpecs<Dax> faulty(TabledSpecs<Dax> table) {
        return table.and(row("small")
                        .label("bug-1")
                        .rules("bug=1")
                        .bounds(ONE_PAGE)
                        .violated(S0, 2)
                        .violated(NoDeadlock.strict().name(), 8)
                        .never(WOKEN)
                        .cites(COUNTED)
                        .why("fault, unmap: the put finds nothing to put; what waits for 0 waits forever below it"))
                .and(row("small")
                        .label("bug-2")
                        .rules("bug=2")
                        .violated(S1, 11)
                        .cites(COUNTED)
                        .why("the page was mapped again while the truncate slept"))
                .and(row("small")
                        .label("bug-3")
                        .rules("bug=3")
                        .bounds(ONE_PAGE)
                        .violated(S3, 7)
                        .cites("a mutant")
                        .why("a device that goes while its pages are pinned"));
    }

    /** The claims about states that every tool checks, in the order S0, S1, S3. */
    public static Seq<Property> safety(Dax dax) {
        return Vector.of(
                Invariant.always(S0, "no count is below 0", dax.countsAreSane())
                        .told(run -> dax.pages()
                                .find(page -> run.end().read(dax.count(page)) < 0)
                                .map(page -> counts(dax, run, page).stated())
                                .get()),
                Invariant.always(
                                S1,
                                "a page outside the file has no references and is not mapped",
                                dax.freePagesAreClean())
                        .told(run -> {
                            PageId page = dax.pages()
                                    .find(one -> !run.end().read(dax.inFile(one)) && isUsed(dax, run.end(), one))
                                    .get();
                            return use(dax, run, page)
                                    .and(Clause.of(
                                            run,
                                            run.length(),
                                            page + " is outside the file",
                                            view -> !view.read(dax.inFile(page))));
                        }),
                Invariant.always(
                                S3,
                                "once the device is gone, no page has references or is mapped",
                                dax.goneDeviceIsClean())
                        .told(run -> {
                            PageId page = dax.pages()
                                    .find(one -> isUsed(dax, run.end(), one))
                                    .get();
                            return use(dax, run, page)
                                    .meets(Clause.of(
                                            run,
                                            run.length(),
                                            "the device is gone",
                                            who -> who + " takes the device away",
                                            dax.deviceIsGone()));
                        }));
    }

    private static boolean isUsed(Dax dax, View view, PageId page) {
        return view.read(dax.count(page)) != 0 || dax.ptes(page).exists(view::read);
    }

    private static Clause counts(Dax dax, Counterexample run, PageId page) {
        int refs = run.end().read(dax.count(page));
        return Clause.of(
                run,
                run.length(),
                page + " counts " + refs,
                who -> who + " makes " + page + " count " + refs,
                view -> view.read(dax.count(page)) == refs);
    }

    /** What is left of a page: that it is mapped, or else its count. */
    private static Clause use(Dax dax, Counterexample run, PageId page) {
        return dax.ptes(page)
                .find(pte -> run.end().read(pte))
                .map(pte -> Clause.of(
                        run,
                        run.length(),
                        pte + " maps " + page,
                        who -> who + " maps " + page + " in " + pte,
                        view -> view.read(pte)))
                .getOrElse(() -> counts(dax, run, page));
    }

    private static Seq<Property> claims(Dax dax) {
        return safety(dax)
                .append(NoDeadlock.strict().told(Sentences.stuck()))
                .append(new Sometimes("D-W1 Waits", "a truncate sleeps", dax.truncateWaits()))
                .append(new Sometimes(WOKEN, "a truncate that slept is woken", dax.truncateIsWoken()))
                .append(new Sometimes("D-W3 Gone", "the device is gone", dax.deviceIsGone()));
    }

    /** The claims about runs, in the order L1, L2. */
    public static Seq<Property> runs(Dax dax) {
        Formula waits = holds("waits", dax.truncateWaits());
        Formula woken = holds("woken", dax.truncateIsWoken());
        Formula sleeps = holds("the truncate sleeps", dax.truncateWaits());
        Formula isWoken = holds("the truncate has been woken", dax.truncateIsWoken());
        return Vector.of(
                Temporal.of(
                                L1,
                                "a truncate that was woken eventually goes on",
                                woken.leadsTo(not(waits).and(not(woken))))
                        .told(Sentences.neverComes(Vector.of(new Sentences.Pair(
                                isWoken,
                                holds(
                                        "the truncate goes on",
                                        view -> !dax.truncateWaits().test(view)
                                                && !dax.truncateIsWoken().test(view)))))),
                Temporal.of(L2, "a truncate that sleeps is eventually woken", waits.leadsTo(not(waits)))
                        .told(Sentences.neverComes(Vector.of(new Sentences.Pair(sleeps, not(sleeps))))));
    }

    private static Map<String, Predicate<View>> words(Dax dax) {
        return LinkedHashMap.of(
                "waits", dax.truncateWaits(), "woken", dax.truncateIsWoken(), "gone", dax.deviceIsGone());
    }
}
