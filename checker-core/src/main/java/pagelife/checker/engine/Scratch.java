package pagelife.checker.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of run files. It is made when the first of them is. */
final class Scratch implements AutoCloseable {
    private final Path parent;
    private final boolean keep;
    private final List<Path> made = new ArrayList<>();
    private Optional<Path> folder = Optional.empty();
    private int next;

    private Scratch(Path parent, boolean keep) {
        this.parent = parent;
        this.keep = keep;
    }

    /** A new folder inside {@code parent} that is removed at the end. */
    static Scratch temporary(Path parent) {
        return new Scratch(parent, false);
    }

    /** A folder that stays. */
    static Scratch lasting(Path folder) {
        return new Scratch(folder, true);
    }

    /** A name that no file in the folder has. */
    synchronized Path file(String what) {
        try {
            if (folder.isEmpty()) {
                Files.createDirectories(parent);
                folder = Optional.of(keep ? parent : Files.createTempDirectory(parent, "pagelife-"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path path;
        do {
            path = folder.get().resolve(what + "-" + next++ + ".run");
        } while (Files.exists(path));
        made.add(path);
        return path;
    }

    @Override
    public void close() {
        if (keep || folder.isEmpty()) {
            return;
        }
        made.forEach(Scratch::remove);
        remove(folder.get());
    }

    /** What cannot be removed stays: that is no reason to withhold a result. */
    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
