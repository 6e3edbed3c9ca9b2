package pagelife.models.teardown;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.page.Books;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Tasks;

/** A pagemap with one page and its removal, or a mapping without struct pages and its removal. */
public final class Teardown implements Protocol {
    /** Pins of the page. */
    public static final Rule<Integer> PINS = Rule.count("pins", "pins of the page", 1, 0, 2);

    /** Lookups of the pagemap. */
    public static final Rule<Integer> LOOKUPS = Rule.count("lookups", "lookups of the pagemap", 0, 1, 2);

    static final Rule<Integer> FAST_GUPS = Rule.number("fastGups", "fast GUPs, whose grab may fail", 0, 1);
    static final Rule<Integer> KVMS = Rule.number("kvms", "virtual machines", 0, 1);
    static final Rule<Integer> PEERS = Rule.number("peers", "programs that map memory of a peer device", 0, 1);
    static final Rule<Integer> BLOCK_IOS =
            Rule.number("blockIos", "1: block I/O without struct pages, and nothing else", 0, 1);

    private static final String REMOVAL = "removal";

    private final Option<Kernel> kernel;
    private final Option<Cell<Boolean>> mapped;
    private final Model model;
    private final Books books;

    private Teardown(String name, Choices ruled, Choices bounds) {
        ModelBuilder builder = Model.builder(name);
        Rules rules = new Rules(ruled);
        if (bounds.get(BLOCK_IOS) > 0) {
            this.mapped = Option.some(new Raw(builder, rules).mapped());
            this.kernel = Option.none();
        } else {
            Kernel pages = new Kernel(builder, rules);
            declareUsers(builder, pages, bounds);
            builder.task(REMOVAL, task -> new Removal(pages).script());
            this.kernel = Option.some(pages);
            this.mapped = Option.none();
        }
        this.model = builder.build();
        this.books = kernel.map(pages -> pages.books(model)).getOrElse(() -> Books.of(model));
    }

    private static void declareUsers(ModelBuilder builder, Kernel kernel, Choices bounds) {
        declare(builder, kernel, "gup", bounds.get(PINS), Users::pin);
        declare(builder, kernel, "kvm", bounds.get(KVMS), Users::kvm);
        declare(builder, kernel, "lookup", bounds.get(LOOKUPS), Users::lookup);
        declare(builder, kernel, "gup-fast", bounds.get(FAST_GUPS), Users::fastGup);
        declare(builder, kernel, "peer", bounds.get(PEERS), Users::peer);
    }

    private static void declare(
            ModelBuilder builder, Kernel kernel, String name, int count, Function<Users, Script> script) {
        Tasks.named(name, count)
                .forEach(task -> builder.task(task.name(), own -> script.apply(new Users(kernel, task))));
    }

    static Teardown make(String name, Choices rules, Choices bounds) {
        return new Teardown(name, rules, bounds);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** Whether it is about struct pages. */
    public boolean hasPages() {
        return kernel.isDefined();
    }

    /** The page. */
    public PageId pageId() {
        return Kernel.PAGE;
    }

    /** The pagemap. */
    public Cell<Pagemap> pagemap() {
        return kernel.get().pagemap();
    }

    /** The memory of the pagemap's reference. */
    public Cell<RefData> refData() {
        return kernel.get().refData();
    }

    /** Whether the device's removal, or its unbinding, has ended. */
    public boolean isTornDown(View view) {
        return view.at(model.actor(hasPages() ? REMOVAL : Raw.UNBIND)) == Control.finished();
    }

    /** What a removal should have left nothing of, and has: the cells that say so. */
    public Seq<Cell<?>> left(View view) {
        return kernel.map(pages -> pages.left(view))
                .getOrElse(() ->
                        mapped.filter(view::read).<Seq<Cell<?>>>map(Vector::of).getOrElse(Vector.empty()));
    }

    /** Whether the kernel's mapping is there; only without struct pages. */
    public Option<Cell<Boolean>> mapped() {
        return mapped;
    }
}
