package pagelife.models.teardown;

import pagelife.checker.model.Event;

/** A step reads or writes device memory through the kernel's mapping of it. */
public record UsesMapping() implements Event {}
