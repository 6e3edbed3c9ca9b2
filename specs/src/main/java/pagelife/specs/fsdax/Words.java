package pagelife.specs.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.models.fsdax.Bounds;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Removal;
import pagelife.models.fsdax.Truncate;

/** The words that a formula about FS-DAX may use: each is about some page, some truncate, and so on. */
final class Words {
    private final FsdaxProtocol protocol;
    private final Bounds bounds;
    private final Cells cells;
    private final Ghosts ghosts;

    Words(FsdaxProtocol protocol, Ghosts ghosts) {
        this.protocol = protocol;
        this.bounds = protocol.bounds();
        this.cells = protocol.cells();
        this.ghosts = ghosts;
    }

    Map<String, Predicate<View>> all() {
        return LinkedHashMap.<String, Predicate<View>>empty()
                .put(
                        "mapped",
                        view -> bounds.pages()
                                .exists(page -> !ghosts.mappings(view, page).isEmpty()))
                .put("pinned", view -> bounds.pages().exists(page -> ghosts.isPinned(view, page)))
                .put("held", view -> bounds.pages().exists(page -> ghosts.isHeldShortly(view, page)))
                .put(
                        "freed",
                        view -> bounds.pages()
                                .exists(page -> view.read(cells.block(page)).isFree()))
                .put(
                        "locked",
                        view -> bounds.entries()
                                .exists(at -> view.read(cells.entry(at)).locked()))
                .put(
                        "waiting",
                        view -> bounds.pages()
                                .exists(page -> protocol.actors(Truncate.class)
                                        .exists(truncate -> ghosts.isQueued(view, page, truncate))))
                .put("truncating", view -> protocol.actors(Truncate.class).exists(each -> isUnderWay(view, each)))
                .put("truncated", view -> protocol.actors(Truncate.class).exists(each -> isDone(view, each)))
                .put("removing", view -> protocol.actors(Removal.class).exists(each -> isUnderWay(view, each)))
                .put("removed", view -> view.read(cells.pagemap()).isGone())
                .put("live", view -> view.read(cells.pagemap()).isLive());
    }

    private static boolean isDone(View view, Actor actor) {
        return view.at(actor) == Control.finished();
    }

    private static boolean isUnderWay(View view, Actor actor) {
        return !isDone(view, actor) && !view.at(actor).equals(actor.control().initial());
    }
}
