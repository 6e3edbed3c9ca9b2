package pagelife.checker.engine.store;

import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A folder of run files of one search. Only files that this search has made are ever removed by it. */
public final class Scratch implements AutoCloseable {
    /** What run files are called: nothing else in a folder can be one of ours. */
    public static final Pattern NAME =
            Pattern.compile("(level\\d+|candidates|known|states|edges)-\\d+\\" + RunFile.ENDING);

    private static final String PREFIX = "pagelife-";
    private static final String OWNER = "owner.lock";

    private final RunFile.Medium medium;
    private final Path parent;
    private final boolean keep;
    private final Set<Path> made = new HashSet<>();
    private Option<Path> folder;
    private Option<Closeable> lock = Option.none();
    private int next;

    private Scratch(RunFile.Medium medium, Path parent, boolean keep) {
        this.medium = medium;
        this.parent = parent;
        this.keep = keep;
        this.folder = keep ? Option.some(parent) : Option.none();
    }

    /** A number that no other search has: it ties files to the search that wrote them, and changes no result. */
    public static long newSearch() {
        return new SplittableRandom().nextLong() ^ ProcessHandle.current().pid() * 0x9e3779b97f4a7c15L;
    }

    /** A new folder inside {@code parent}, made with its first file and removed at the end. */
    public static Scratch temporary(Disk disk, Path parent) {
        return new Scratch(new RunFile.Medium(disk, newSearch()), parent, false);
    }

    /** A folder that stays, which the caller has locked. */
    public static Scratch lasting(RunFile.Medium medium, Path folder) {
        return new Scratch(medium, folder, true);
    }

    /** Where the runs of this folder are written. */
    RunFile.Medium medium() {
        return medium;
    }

    /** A name that no file in the folder has. */
    synchronized Path file(String what) {
        try {
            if (folder.isEmpty()) {
                begin();
            }
            Set<Path> there = next == 0 ? new HashSet<>(medium.disk().list(folder.get())) : Set.of();
            next = Math.max(next, 1 + highest(there));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path path = folder.get().resolve(what + "-" + next++ + RunFile.ENDING);
        made.add(path);
        return path;
    }

    private static int highest(Set<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> NAME.matcher(name).matches())
                .mapToInt(name -> Integer.parseInt(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.'))))
                .max()
                .orElse(-1);
    }

    /** Whether this search has made a file. */
    synchronized boolean made(Path file) {
        return made.contains(file);
    }

    private void begin() throws IOException {
        medium.disk().makeFolder(parent);
        sweep();
        Path fresh = Files.createTempDirectory(parent, PREFIX);
        folder = Option.some(fresh);
        lock = medium.disk().lock(fresh.resolve(OWNER));
    }

    /** Removes what searches that were killed have left: folders of ours whose owner holds no lock any more. */
    private void sweep() throws IOException {
        for (Path left : medium.disk().list(parent)) {
            if (left.getFileName().toString().startsWith(PREFIX) && Files.exists(left.resolve(OWNER))) {
                Option<Closeable> abandoned = medium.disk().lock(left.resolve(OWNER));
                if (abandoned.isDefined()) {
                    empty(left);
                    abandoned.get().close();
                }
            }
        }
    }

    private void empty(Path left) throws IOException {
        List<Path> files = medium.disk().list(left);
        boolean ours = files.stream()
                .map(file -> file.getFileName().toString())
                .allMatch(name -> name.equals(OWNER) || NAME.matcher(name).matches());
        if (ours) {
            files.forEach(this::remove);
            remove(left);
        }
    }

    @Override
    public void close() {
        if (keep || folder.isEmpty()) {
            return;
        }
        List<Path> files = new ArrayList<>(made);
        files.add(folder.get().resolve(OWNER));
        files.forEach(this::remove);
        lock.forEach(Scratch::release);
        remove(folder.get());
    }

    private static void release(Closeable lock) {
        try {
            lock.close();
        } catch (IOException e) {
            return; // it goes with the process
        }
    }

    /** What cannot be removed stays: that is no reason to withhold a result. */
    private void remove(Path path) {
        try {
            medium.disk().delete(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
