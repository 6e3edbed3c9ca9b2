package pagelife.models.page;

/** Something whose references are counted: a page, a pagemap, a kref. An immutable value that names it. */
public interface Counted {}
