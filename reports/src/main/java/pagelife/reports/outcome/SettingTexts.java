package pagelife.reports.outcome;

import com.google.common.base.Ascii;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;

/** Rules and bounds as users write them. */
public final class SettingTexts {
    private SettingTexts() {}

    /**
     * Reads {@code name=value} texts; each must be one that {@code known} lists.
     *
     * @throws Misasked where one is not
     */
    public static Settings read(String kind, Seq<String> texts, Seq<Setting> known, Family<?> family) {
        Settings settings = Settings.NONE;
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new Misasked(kind + " " + text + " must be name=value, such as --" + kind + " "
                        + known.map(setting ->
                                        setting.name() + "=" + setting.values().last())
                                .headOption()
                                .getOrElse("name=value"));
            }
            String name = text.substring(0, equals);
            Setting setting = known.find(candidate -> Ascii.equalsIgnoreCase(candidate.name(), name))
                    .getOrElseThrow(() -> Unknown.name(
                            kind, name, known.map(Setting::name), "./check list " + family.name() + " shows all"));
            String value = value(kind, setting, text.substring(equals + 1));
            settings.get(setting.name()).forEach(before -> {
                throw new Misasked(kind + " " + setting.name() + " is given twice, as " + before + " and as " + value
                        + ": give it once");
            });
            settings = settings.with(setting.name(), value);
        }
        return settings;
    }

    private static String value(String kind, Setting setting, String value) {
        return setting.values()
                .find(known -> Ascii.equalsIgnoreCase(known, value))
                .orElse(Option.when(setting.allows(value), value))
                .getOrElseThrow(() -> new Misasked(
                        kind + " " + setting.name() + " (" + value + ") must be one of " + setting.allowed()));
    }
}
