package pagelife.specs.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.World;
import pagelife.models.parts.Calls;

/** The words that a formula about FS-DAX may use: each is about some page, some truncate, and so on. */
final class Words {
    private final FsdaxProtocol protocol;
    private final World world;
    private final Cells cells;
    private final Ghosts ghosts;

    Words(FsdaxProtocol protocol, Ghosts ghosts) {
        this.protocol = protocol;
        this.world = protocol.world();
        this.cells = protocol.cells();
        this.ghosts = ghosts;
    }

    Map<String, Predicate<View>> all() {
        return LinkedHashMap.<String, Predicate<View>>empty()
                .put(
                        "mapped",
                        view -> world.pages()
                                .exists(page -> !ghosts.mappings(view, page).isEmpty()))
                .put("pinned", view -> world.pages().exists(page -> ghosts.isPinned(view, page)))
                .put("held", view -> world.pages().exists(page -> ghosts.isHeldShortly(view, page)))
                .put(
                        "freed",
                        view -> world.pages()
                                .exists(page -> view.read(cells.block(page)).isFree()))
                .put(
                        "locked",
                        view -> world.entries()
                                .exists(at -> view.read(cells.entry(at)).locked()))
                .put(
                        "waiting",
                        view -> world.pages()
                                .exists(page ->
                                        protocol.freeing().exists(truncate -> ghosts.isQueued(view, page, truncate))))
                .put(
                        "truncating",
                        view -> protocol.calling(Calls.TRUNCATE)
                                .exists(each -> Ghosts.isUnderWay(view, each, Calls.TRUNCATE)))
                .put("truncated", view -> protocol.calling(Calls.TRUNCATE).exists(each -> isDone(view, each)))
                .put(
                        "removing",
                        view -> protocol.calling(Calls.REMOVE)
                                .exists(each -> Ghosts.isUnderWay(view, each, Calls.REMOVE)))
                .put("removed", view -> view.read(cells.pagemap()).isGone())
                .put("live", view -> view.read(cells.pagemap()).isLive());
    }

    private static boolean isDone(View view, Actor actor) {
        return view.at(actor) == Control.finished();
    }
}
