package pagelife.specs.observe;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.View;
import pagelife.checker.observe.Observation;
import pagelife.checker.observe.Sight;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.page.Mapping;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.parts.BusyWait;

/** An observation that may still have to be told the cells of a model. */
sealed interface Noted {
    /** The recorded task. */
    String task();

    /** Whether it is about something that models have, not just about who is on a CPU or does something else. */
    boolean isOwn();

    /** This, seen of tasks of a model only: who is none of them may still drop what one of them holds. */
    Noted of(Set<String> actors);

    /** The observation. */
    Observation in(FsdaxProtocol protocol);

    /** One that needs no cells. */
    record Plain(Observation observation) implements Noted {
        @Override
        public String task() {
            return observation.task();
        }

        @Override
        public boolean isOwn() {
            Sight sight = observation.sight();
            return sight instanceof Sight.Begins || sight instanceof Sight.Shows;
        }

        @Override
        public Noted of(Set<String> actors) {
            return new Plain(new Observation(
                    observation.line(),
                    observation.task(),
                    observation.actors().filter(actors::contains),
                    observation.sight()));
        }

        @Override
        public Observation in(FsdaxProtocol protocol) {
            return observation;
        }
    }

    /**
     * What was seen of a page.
     *
     * @param refs its count
     * @param mapped whether it belongs to a file; empty where that is not compared
     */
    record Seen(PageId page, int refs, Option<Boolean> mapped) {
        boolean isSo(Page now) {
            return now.refs() == refs && mapped.forAll(belongs -> belongs != (now.mapping() == Mapping.NONE));
        }

        @Override
        public String toString() {
            return page + " refs " + refs
                    + mapped.map(belongs -> belongs ? " of the file" : " of no file")
                            .getOrElse("");
        }
    }

    /** A look at the pages by the program that was recorded. */
    record Snap(long line, String task, Vector<Seen> seen) implements Noted {
        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public Noted of(Set<String> actors) {
            return this;
        }

        @Override
        public Observation in(FsdaxProtocol protocol) {
            return new Observation(
                    line, task, Vector.empty(), new Sight.Finds(seen.mkString(", "), view -> isSo(protocol, view)));
        }

        private boolean isSo(FsdaxProtocol protocol, View view) {
            return seen.forAll(each -> each.isSo(view.read(protocol.cells().page(each.page()))));
        }
    }

    /** A truncate that has found a page busy gives its CPU up: it sleeps until it is woken for that page. */
    record Asleep(long line, String task) implements Noted {
        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public Noted of(Set<String> actors) {
            return this;
        }

        @Override
        public Observation in(FsdaxProtocol protocol) {
            Actor actor = protocol.model().actor(task);
            return new Observation(
                    line,
                    task,
                    new Sight.Finds(
                            "itself asleep",
                            view -> view.at(actor, at -> at instanceof At place && place.is(BusyWait.ASLEEP))));
        }
    }
}
