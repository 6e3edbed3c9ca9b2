package pagelife.reports.cli;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;

/**
 * What a name on the command line stands for.
 *
 * @param kind what sort of name it is
 * @param name the name, as it is written where it is printed
 * @param words what it stands for, in a line
 * @param specs the family with its claims
 * @param members the names of what can be checked under it, each of them a name itself
 * @param subjects the same ready to be checked, made when they are asked for
 */
record Named(
        Kind kind, String name, String words, FamilySpecs<?> specs, Seq<String> members, Lazy<Seq<Subject>> subjects) {

    /** What sort of name it is. */
    enum Kind {
        /** A family of protocols, such as {@code fsdax}. */
        FAMILY("a family"),
        /** A variant, such as {@code fsdax/6.1}. */
        VARIANT("a variant"),
        /** A row of the table of a family, such as {@code G-a/6.1} or {@code fsdax/5.10+no-removal}. */
        ROW("a row"),
        /** The code of a known bug, such as {@code G-a}. */
        BUG("a bug"),
        /** A litmus test. */
        FILE("a file");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** It in a word. */
        String word() {
            return words.substring("a ".length());
        }
    }

    /** One thing to check. */
    static Named one(Kind kind, String words, FamilySpecs<?> specs, String name, Lazy<Subject> subject) {
        return new Named(kind, name, words, specs, Vector.of(name), Lazy.of(() -> Vector.of(subject.get())));
    }

    private String addressed(String subject) {
        return specs.family().address(subject).mkString(" ");
    }

    /** The one thing that it stands for. */
    Subject subject() {
        if (members.size() != 1) {
            throw new UsageException(
                    addressed(name) + " is " + kind.words + ", and one protocol is needed: name one of "
                            + members.map(this::addressed).mkString(", "));
        }
        return subjects.get().head();
    }
}
