package pagelife.specs.own;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Map;

/**
 * Loads classes from memory; where they come from is the source file, so that a checkpoint knows when it was edited.
 */
final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> bytes;
    private final ProtectionDomain domain;

    MemoryLoader(Map<String, byte[]> bytes, URL source) {
        super(MemoryLoader.class.getClassLoader());
        this.bytes = bytes;
        setDefaultAssertionStatus(true); // an assert in a step is a claim of its author
        this.domain = new ProtectionDomain(new CodeSource(source, (Certificate[]) null), null, this, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = bytes.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length, domain);
    }

    /** A class that was compiled. */
    Class<?> find(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new LoadException("class " + name + " cannot be loaded (" + e + "): rename it");
        }
    }
}
