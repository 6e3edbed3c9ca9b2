package pagelife.reports.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.specs.FamilySpecs;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.own.LoadException;
import pagelife.specs.own.SourceFile;

/**
 * The protocols that litmus tests find by themselves: a test that begins with {@code Pagelife Kref/plain two} is about
 * the study in {@code Kref.java} beside it where no known family is called so, and one that begins with {@code Pagelife
 * ../own/Kref.java/plain two} about that file, seen from the folder of the test. Each file is compiled once.
 */
final class Neighbours {
    /** A file, and perhaps a variant of what is in it. */
    private static final Pattern NAMED = Pattern.compile("(.+\\" + SourceFile.EXTENSION + ")(/[^/]*)?");

    private LinkedHashMap<Path, FamilySpecs<?>> loaded = LinkedHashMap.empty();

    /**
     * A test and the families that it may speak of.
     *
     * @param test the test, whose variant has the name that its family gives it
     * @param families the families
     */
    record Placed(Litmus test, Seq<FamilySpecs<?>> families) {}

    /**
     * Where a test belongs.
     *
     * @param file its file
     * @param families those that are known without it
     * @throws UsageException if there is a protocol, and it cannot be had
     */
    Placed place(Path file, Litmus test, Seq<FamilySpecs<?>> families) {
        String variant = test.variant().text();
        Matcher named = NAMED.matcher(variant);
        if (named.matches()) {
            FamilySpecs<?> own = load(beside(file, named.group(1)));
            String rest = named.group(2) == null ? "" : named.group(2);
            return new Placed(test.of(own.family().name() + rest), families.prepend(own));
        }
        String family = variant.split("/", 2)[0];
        Path neighbour = beside(file, family + SourceFile.EXTENSION);
        boolean known = families.exists(one -> one.family().name().equals(family));
        return new Placed(test, known || !Files.exists(neighbour) ? families : families.prepend(load(neighbour)));
    }

    private static Path beside(Path file, String name) {
        return file.resolveSibling(Request.path("the protocol of " + file, name))
                .normalize();
    }

    private FamilySpecs<?> load(Path source) {
        return loaded.get(source).getOrElse(() -> {
            try {
                FamilySpecs<?> own = new SourceFile(source).loadForTest();
                loaded = loaded.put(source, own);
                return own;
            } catch (LoadException e) {
                throw new UsageException(e.getMessage());
            }
        });
    }
}
