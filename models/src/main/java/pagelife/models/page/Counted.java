package pagelife.models.page;

/** Something whose references are counted: a page, a pagemap, a kref. An immutable value that names it. */
public interface Counted {
    /**
     * Whether the protocol is about it, as most of ours are about pages. Reports call it by its name alone, tell of it
     * first and wherever its count changes; of anything else ("the pagemap") they tell where a claim looks at it, or
     * where several tasks change it.
     */
    default boolean isSubject() {
        return false;
    }

    /** Whether its count is one of references; otherwise what it is called says what is counted. */
    default boolean isReferences() {
        return true;
    }
}
