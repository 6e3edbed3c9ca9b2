package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Rules;
import pagelife.models.fsdax.Shootdown;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileSystem;
import pagelife.models.parts.Calls;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.Sentences;

/**
 * What a file system that unmaps its files before its device goes relies on: {@code xfs_dax_notify_failure},
 * fs/xfs/xfs_notify_failure.c, 6.7.
 */
final class Shootdowns {
    private final Cells cells;
    private final Seq<Actor> removals;
    private final boolean shootsDown;

    Shootdowns(FsdaxProtocol protocol) {
        this.cells = protocol.cells();
        this.removals = protocol.calling(Calls.REMOVE);
        this.shootsDown = protocol.rules().is(Rules.SHOOTDOWN);
    }

    /** What a write fault maps behind the shootdown stays mapped (freeze_super, sb_start_pagefault). */
    private Property writersOut() {
        return Invariant.whenever(
                        "INV-20 WritersOut",
                        "no write fault is inside a file system that works while a removal has it frozen and drained",
                        view -> isUp(view) && removals.exists(removal -> view.at(removal, Shootdown::isDrained)),
                        view -> !isUp(view)
                                || view.read(cells.freeze()).isDrained()
                                || removals.forAll(removal -> !view.at(removal, Shootdown::isDrained)))
                .told(run -> Clause.is(run, run.length(), cells.freeze())
                        .meets(Clause.of(
                                run,
                                run.length(),
                                "a removal has drained the freeze",
                                who -> who + " has drained the freeze",
                                view -> removals.exists(removal -> view.at(removal, Shootdown::isDrained)))));
    }

    private boolean isUp(View view) {
        return view.read(cells.fileSystem()) == FileSystem.UP;
    }

    /** Else a fault maps again what is being unmapped, or a truncate frees it (dax_lock_mapping_entry). */
    private Property visitedLocked() {
        return Invariant.whenever(
                        "INV-21 VisitedLocked",
                        "a removal holds the lock of an entry until its processes are told",
                        view -> removals.exists(
                                removal -> visited(view, removal).isDefined()),
                        view -> removals.flatMap(removal -> visited(view, removal))
                                .forAll(entry -> view.read(cells.entry(entry)).locked()))
                .told(run -> removals.flatMap(removal -> visited(run.end(), removal))
                                .find(entry ->
                                        !run.end().read(cells.entry(entry)).locked())
                                .map(entry -> Clause.is(run, run.length(), cells.entry(entry))
                                        .stated())
                                .get()
                        + ", and a removal is about to unlock it");
    }

    private static Option<EntryAt> visited(View view, Actor removal) {
        Control control = view.at(removal);
        return control instanceof At at ? at.at(Shootdown.SIGNAL) : Option.none();
    }

    /** Else a fault finds blocks of a device that goes. */
    private Property shutDownFirst() {
        return Invariant.whenever(
                        "INV-22 ShutDownFirst",
                        "a file system whose pagemap is dying or gone is shut down",
                        view -> !view.read(cells.pagemap()).isLive(),
                        view -> !isUp(view))
                .told(run -> Clause.is(run, run.length(), cells.fileSystem())
                        .meets(Clause.is(run, run.length(), cells.pagemap())));
    }

    /** Else write faults get in again while it works. */
    private Property thawedShutDown() {
        return new StepProperty(
                        "ACT-10 ThawedShutDown",
                        "a file system that a removal froze is thawed once it is shut down, and not before",
                        step -> !thaws(step) || !isUp(step.before()))
                .told(Sentences.last(run -> "thaws the file system, which is not shut down"));
    }

    private boolean thaws(Transition step) {
        return step.before(cells.freeze()).frozen()
                && !step.after(cells.freeze()).frozen();
    }

    /** The claims that some state within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        return scope.removed() && shootsDown
                ? Vector.of(writersOut(), visitedLocked(), shutDownFirst(), thawedShutDown())
                : Vector.empty();
    }
}
