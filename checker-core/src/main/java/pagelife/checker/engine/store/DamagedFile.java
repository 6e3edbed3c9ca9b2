package pagelife.checker.engine.store;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that is not what was written: cut, changed, of another search, or in the place of another. */
public final class DamagedFile extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Path file;

    public DamagedFile(Path file, String how) {
        super("file " + file + " is damaged: " + how);
        this.file = file;
    }

    Path file() {
        return file;
    }
}
