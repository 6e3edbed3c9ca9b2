package pagelife.models.teardown;

import pagelife.checker.model.Event;

/** A step tries to take a percpu reference, and so reads its memory. */
public record UsesReference() implements Event {}
