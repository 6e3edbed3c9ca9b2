package pagelife.models.gup;

import pagelife.checker.model.Control;

/** Where the fork is. */
public sealed interface Forking extends Control {
    /** k0: before the sequence count becomes odd. */
    record Begin() implements Forking {}

    /** k1: before the page is checked for pins. */
    record CheckPinned() implements Forking {}

    /** k2: before the page is shared. */
    record Share() implements Forking {}

    /** k3: before the sequence count becomes even. */
    record End() implements Forking {}
}
