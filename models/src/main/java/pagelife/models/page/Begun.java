package pagelife.models.page;

import pagelife.checker.model.Fact;

/**
 * Whether an operation has begun. Its task is then on the way through the kernel, and goes on; before that nothing of
 * it is there yet, and whether it ever begins may be the matter of a program.
 */
public enum Begun implements Fact {
    /** The task is before the first step of the operation. */
    NOT_YET
}
