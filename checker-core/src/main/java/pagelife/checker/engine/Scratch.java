package pagelife.checker.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of run files. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final boolean keep;
    private final List<Path> made = new ArrayList<>();
    private int next;

    private Scratch(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /** A new folder inside {@code parent} that is removed at the end. */
    static Scratch temporary(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent, "pagelife-"), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that stays. */
    static Scratch lasting(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Scratch(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** A name that no file in the folder has. */
    synchronized Path file(String what) {
        Path path;
        do {
            path = folder.resolve(what + "-" + next++ + ".run");
        } while (Files.exists(path));
        made.add(path);
        return path;
    }

    @Override
    public void close() {
        if (keep) {
            return;
        }
        made.forEach(Scratch::remove);
        remove(folder);
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
