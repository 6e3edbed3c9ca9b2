package pagelife.checker.engine;

/** Who hears of broken step properties: which watch, by which effect, on the state of which ids. */
interface Alarms {
    void broken(Watch watch, Effect effect, int[] ids);
}
