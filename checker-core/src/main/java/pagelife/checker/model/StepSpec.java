package pagelife.checker.model;

/** A step as declared, before its actor exists. */
record StepSpec<P extends Control>(
        String id, String text, Source source, Class<P> from, StepCode<P> code, Fairness fairness) {}
