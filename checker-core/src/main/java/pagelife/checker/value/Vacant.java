package pagelife.checker.value;

/** What stands for nothing at all: it is {@link Value.Absent}. */
public interface Vacant {}
