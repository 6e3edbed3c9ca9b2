package pagelife.specs.own;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import pagelife.specs.FamilySpecs;

/**
 * Studies that are compiled: folders of classes and jars. Those that call themselves services are found by
 * {@link ServiceLoader}: their class names stand in {@code META-INF/services/pagelife.specs.own.Study}, or in
 * {@code META-INF/services/pagelife.specs.FamilySpecs}. The others are found by the names of their classes.
 */
public final class Binaries {
    private final String text;
    private final ClassLoader loader;

    private Binaries(String text, ClassLoader loader) {
        this.text = text;
        this.loader = loader;
    }

    /**
     * What is in these folders and jars, separated as in a class path.
     *
     * @throws LoadException if one of them is not there
     */
    public static Binaries in(String places) {
        Seq<URL> urls = Vector.of(places.split(File.pathSeparator)).map(Binaries::url);
        URLClassLoader loader = new URLClassLoader(urls.toJavaArray(URL[]::new), Binaries.class.getClassLoader());
        loader.setDefaultAssertionStatus(true); // an assert in a step is a claim of its author
        return new Binaries(places, loader);
    }

    private static URL url(String place) {
        Path path = Path.of(place);
        if (place.isEmpty() || !Files.exists(path)) {
            throw new LoadException("--path (" + place + ") is not there: name a folder of classes, or a jar");
        }
        if (!Files.isDirectory(path) && !place.endsWith(".jar")) {
            throw new LoadException("--path (" + place + ") is neither a folder nor a jar: name one"
                    + (place.endsWith(SourceFile.EXTENSION) ? "; a source file is named without --path" : ""));
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new LoadException("--path (" + place + ") cannot be read (" + e.getMessage() + "): rename it");
        }
    }

    /** Those that call themselves services, in the order in which they do. */
    public Seq<FamilySpecs<?>> services() {
        return services(Study.class).appendAll(services(FamilySpecs.class));
    }

    private Seq<FamilySpecs<?>> services(Class<?> service) {
        Vector<FamilySpecs<?>> found = Vector.empty();
        Iterator<? extends ServiceLoader.Provider<?>> all =
                ServiceLoader.load(service, loader).stream().iterator();
        try {
            while (all.hasNext()) {
                ServiceLoader.Provider<?> one = all.next();
                if (one.type().getClassLoader() == loader) {
                    found = found.append(loaded(one.type()));
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new LoadException("--path (" + text + "): " + e.getMessage() + "; fix what is in META-INF/services");
        }
        return found;
    }

    /** The one of this class name; empty if there is no such class. */
    public Option<FamilySpecs<?>> named(String className) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            return Option.when(type.getClassLoader() == loader, () -> loaded(type));
        } catch (ClassNotFoundException | LinkageError e) {
            return Option.none(); // another name of something else, perhaps
        }
    }

    private FamilySpecs<?> loaded(Class<?> type) {
        Vector<String> address = Vector.of("--path", text, type.getName());
        return Loaded.of(type, text, address, address);
    }

    @Override
    public String toString() {
        return text;
    }
}
