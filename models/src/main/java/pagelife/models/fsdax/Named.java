package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import pagelife.models.Setting;
import pagelife.models.Settings;

/** Looks settings up by name, and refuses what is not known. */
final class Named {
    private Named() {}

    /** What {@code settings} says of {@code setting}, else the usual value. */
    static String value(Setting setting, Settings settings) {
        String value =
                settings.get(setting.name()).getOrElse(() -> setting.values().head());
        if (!setting.values().contains(value)) {
            throw new IllegalArgumentException(setting.name() + "=" + value + " is not possible: " + setting.name()
                    + " is one of " + setting.values().mkString(", "));
        }
        return value;
    }

    /** Refuses settings of a name that none of {@code known} has. */
    static void refuseUnknown(String what, Seq<Setting> known, Settings settings) {
        for (String name : settings.values().keySet()) {
            if (!known.exists(setting -> setting.name().equals(name))) {
                throw new IllegalArgumentException("no " + what + " is called " + name + ": fsdax has "
                        + known.map(Setting::name).mkString(", "));
            }
        }
    }
}
