package pagelife.reports.format;

import java.util.function.Consumer;
import pagelife.reports.page.Page;

/**
 * One of the documents that a format makes of a report.
 *
 * @param about what tells it from the others, such as the id of a claim; empty if there is just one
 * @param body writes it
 */
public record Document(String about, Consumer<Page> body) {}
