package pagelife.checker.engine.explore;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.engine.store.RunFile;
import pagelife.checker.engine.store.Scratch;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Checkpoints;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;

/**
 * Keeps checkpoints of one search, and finds the one to go on from. A checkpoint that cannot be written costs no
 * result: it is said, the last good one stays, and the next level tries again.
 */
public final class Keeper implements AutoCloseable {
    private final Disk disk;
    private final Options options;
    private final Option<CheckpointFolder> folder;
    private final Option<Identity> identity;
    private final Option<Checkpoint> found;
    private final long search;
    private long last;
    private int written;
    private Option<Integer> levels;
    private int failed;
    private Option<String> failure = Option.none();

    /** Opens the folder that the options name, if they do. */
    public Keeper(Disk disk, Model model, Seq<Property> properties, Options options) {
        this.disk = disk;
        this.options = options;
        Option<Path> named = options.order() == Order.DEPTH_FIRST
                ? Option.none()
                : options.storage().checkpoint();
        boolean resume = options.storage().resume();
        this.folder =
                named.map(path -> resume ? CheckpointFolder.resume(disk, path) : CheckpointFolder.begin(disk, path));
        this.identity = folder.map(
                here -> Identity.of(model, properties, options.storage().subject()));
        this.found = resume ? folder.map(this::read) : Option.none();
        this.search = found.map(Checkpoint::search).getOrElse(Scratch::newSearch);
        this.levels = found.map(checkpoint -> checkpoint.levels().size());
    }

    private Checkpoint read(CheckpointFolder here) {
        try {
            Checkpoint checkpoint = here.read();
            checkpoint.identity().difference(identity.get()).forEach(difference -> {
                throw new CheckpointException(
                        "the checkpoint in " + options.storage().checkpoint().get() + " cannot be resumed: "
                                + difference + "; resume as it was begun, or start afresh");
            });
            return checkpoint;
        } catch (RuntimeException e) {
            here.close();
            throw e;
        }
    }

    /** The checkpoint to go on from. */
    public Option<Checkpoint> found() {
        return found;
    }

    /** Where the search may write its runs. */
    public Option<Scratch> scratch() {
        if (options.order() == Order.DEPTH_FIRST) {
            return Option.none();
        }
        if (folder.isDefined()) {
            RunFile.Medium medium = new RunFile.Medium(disk, search);
            return Option.some(
                    Scratch.lasting(medium, options.storage().checkpoint().get()));
        }
        return options.storage().scratch().map(parent -> Scratch.temporary(disk, parent));
    }

    /** Writes a checkpoint if it is time for one; the level in hand is closed. */
    public void writeIfDue(Rounds rounds, Memo memo, Sightings sightings, Budget budget) {
        if (folder.isEmpty() || !budget.checkpointDue(last)) {
            return;
        }
        try {
            folder.get()
                    .write(
                            checkpoint(rounds, memo, sightings),
                            rounds.vault().get().files());
            written++;
            levels = Option.some(rounds.levels().count());
            last = budget.elapsed();
        } catch (IOException e) {
            fail(e);
        } catch (UncheckedIOException e) {
            fail(e.getCause());
        }
    }

    private Checkpoint checkpoint(Rounds rounds, Memo memo, Sightings sightings) {
        rounds.writeLevels();
        List<List<RunFile>> closed = new ArrayList<>();
        for (int depth = 0; depth < rounds.levels().count(); depth++) {
            closed.add(rounds.levels().runs(depth).get());
        }
        return new Checkpoint(
                identity.get(),
                search,
                memo.snapshot(),
                closed,
                rounds.transitions(),
                rounds.external(),
                sightings.all().stream().map(Checkpoint::seen).toList());
    }

    private void fail(IOException e) {
        failed++;
        failure = Option.some(e.toString());
        options.reporting()
                .warnings()
                .accept("no checkpoint could be written to "
                        + options.storage().checkpoint().get() + " (" + e + "): "
                        + levels.map(count -> "the one of " + count + " levels stays")
                                .getOrElse("there is none yet")
                        + "; the search goes on");
    }

    /** What became of all of them. */
    public Checkpoints facts() {
        return new Checkpoints(found.map(checkpoint -> checkpoint.levels().size()), written, levels, failed, failure);
    }

    @Override
    public void close() {
        folder.forEach(CheckpointFolder::close);
    }
}
