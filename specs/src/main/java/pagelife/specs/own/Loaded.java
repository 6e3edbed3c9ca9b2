package pagelife.specs.own;

import io.vavr.collection.Seq;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import pagelife.specs.FamilySpecs;

/** Makes the family of a class that was loaded. */
final class Loaded {
    private Loaded() {}

    /**
     * The family.
     *
     * @param from where the class comes from, for messages
     * @param address the words by which a command names it
     * @param before the words that stand before a litmus test about it
     */
    static FamilySpecs<?> of(Class<?> type, String from, Seq<String> address, Seq<String> before) {
        require(type, from);
        try {
            Constructor<?> constructor = type.getConstructor();
            return of(constructor.newInstance(), from, address, before);
        } catch (NoSuchMethodException e) {
            throw new LoadException("class " + type.getName() + " in " + from
                    + " has no public constructor without parameters: give it one, and say what varies in outline");
        } catch (InvocationTargetException e) {
            throw failed(type, from, e.getCause());
        } catch (ExceptionInInitializerError e) {
            throw failed(type, from, e.getException());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failed(type, from, e);
        }
    }

    private static FamilySpecs<?> of(Object made, String from, Seq<String> address, Seq<String> before) {
        if (made instanceof FamilySpecs<?> specs) {
            return specs;
        }
        try {
            return StudySpecs.of((Study) made).named(address, before);
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(made.getClass(), from, e);
        }
    }

    private static void require(Class<?> type, String from) {
        if (!Study.class.isAssignableFrom(type) && !FamilySpecs.class.isAssignableFrom(type)) {
            throw new LoadException("class " + type.getName() + " in " + from
                    + " is not a study: let it implement pagelife.specs.own.Study");
        }
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw new LoadException("class " + type.getName() + " in " + from
                    + " cannot be instantiated: declare it public, and not abstract");
        }
    }

    private static LoadException failed(Class<?> type, String from, Throwable e) {
        return new LoadException(from + " cannot be loaded: " + Where.of(type, e) + Where.said(e) + "; fix it there");
    }
}
