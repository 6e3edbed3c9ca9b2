package pagelife.models.page;

/** Something whose references are counted: a page, a pagemap, a kref. An immutable value that names it. */
public interface Counted {
    /** Whether its count is one of references; otherwise what it is called says what is counted. */
    default boolean isReferences() {
        return true;
    }
}
