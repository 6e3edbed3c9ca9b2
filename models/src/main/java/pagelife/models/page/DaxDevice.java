package pagelife.models.page;

/** {@code DAXDEV_ALIVE}: whether addresses of the device may be looked up. */
public enum DaxDevice {
    /** Yes. */
    ALIVE,
    /** No: {@code kill_dax} has run. */
    DEAD
}
