package pagelife.models.page;

/** A control of an actor that holds references of the pagemap. */
public interface PagemapHolder {
    /** How many it holds; usually one. */
    default int pagemapRefs() {
        return 1;
    }
}
