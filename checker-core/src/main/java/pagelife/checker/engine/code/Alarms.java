package pagelife.checker.engine.code;

/** Who hears of broken step properties: which watch, by which effect, on the state of which ids. */
public interface Alarms {
    void broken(Watch watch, Effect effect, int[] ids);
}
