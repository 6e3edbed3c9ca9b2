package pagelife.specs.own;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import pagelife.checker.model.Model;
import pagelife.models.Family;

/**
 * A source file, compiled in memory.
 *
 * @param classes its classes that stand by themselves, loaded
 */
record Compilation(Seq<Class<?>> classes) {

    /** Compiles; a {@link LoadException} tells the errors. */
    static Compilation of(Path path, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LoadException(
                    "no Java compiler comes with the Java in " + System.getProperty("java.home") + ": to check " + path
                            + " let JAVA_HOME name a JDK from 17 on, or compile it there and use --path");
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        try (InMemory files = new InMemory(standard)) {
            // The source keeps its path, so that stack traces and debuggers name it.
            Source source = new Source(path, text);
            boolean good = compiler.getTask(Writer.nullWriter(), files, said, options(), null, List.of(source))
                    .call();
            if (!good) {
                throw new LoadException(errors(path, text, said));
            }
            return new Compilation(files.load(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options() {
        return List.of("-classpath", classPath(), "-proc:none", "-g", "-parameters", "-Xlint:none", "-nowarn");
    }

    /** All that this program itself is made of. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            places.addAll(List.of(System.getProperty(property, "").split(File.pathSeparator)));
        }
        for (Class<?> type : List.of(Study.class, Family.class, Model.class, Seq.class)) {
            place(type.getProtectionDomain().getCodeSource(), places);
        }
        places.remove("");
        return String.join(File.pathSeparator, places);
    }

    private static void place(CodeSource source, Set<String> places) {
        try {
            if (source != null) {
                places.add(Path.of(source.getLocation().toURI()).toString());
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            places.remove(""); // it came from no file: nothing to compile against
        }
    }

    private static String errors(Path path, String text, DiagnosticCollector<JavaFileObject> said) {
        Seq<Diagnostic<? extends JavaFileObject>> errors = Vector.<Diagnostic<? extends JavaFileObject>>ofAll(
                        said.getDiagnostics())
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR);
        return CompilerErrors.told(path, text, errors);
    }

    /** The text. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path path, String text) {
            super(path.toAbsolutePath().toUri(), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** A class file, of bytes. */
    private static final class Compiled extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Compiled(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Where class files go. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private LinkedHashMap<String, Compiled> made = LinkedHashMap.empty();

        InMemory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            Compiled file = new Compiled(name);
            made = made.put(name, file);
            return file;
        }

        Seq<Class<?>> load(Path path) throws IOException {
            Map<String, byte[]> bytes = new HashMap<>();
            made.forEach((name, file) -> bytes.put(name, file.bytes.toByteArray()));
            MemoryLoader loader = new MemoryLoader(bytes, path.toUri().toURL());
            return made.keySet()
                    .filter(name -> name.indexOf('$') < 0)
                    .<Class<?>>map(loader::find)
                    .toVector();
        }
    }
}
