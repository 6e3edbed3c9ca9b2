package pagelife.specs.reach;

import io.vavr.collection.Map;
import io.vavr.control.Option;
import pagelife.checker.result.Finding;
import pagelife.specs.Size;

/**
 * What the checker says of so many tasks.
 *
 * @param tasks how many
 * @param size the size of the space; empty when a limit came first
 * @param findings the answers by the name of the claim
 */
public record Checked(int tasks, Option<Size> size, Map<String, Finding> findings) {}
