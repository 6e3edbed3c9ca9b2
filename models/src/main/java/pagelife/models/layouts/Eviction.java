package pagelife.models.layouts;

import pagelife.checker.model.Control;
import pagelife.models.page.Index;

/** Where the eviction of the inode, at the end of its last user, is. */
public sealed interface Eviction extends Control {
    /** e0: before nobody maps the file. */
    record Begin() implements Eviction {}

    /** e1: before the page here is waited for. */
    record AwaitIdle(Index at) implements Eviction {}

    /** e2: before the entry here is deleted. */
    record Delete(Index at) implements Eviction {}
}
