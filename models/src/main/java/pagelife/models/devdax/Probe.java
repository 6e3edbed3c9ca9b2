package pagelife.models.devdax;

/** Whether the driver has finished setting the device up. */
public enum Probe {
    /** Not yet: nobody can open it. */
    RUNNING,
    /** It has. */
    DONE
}
