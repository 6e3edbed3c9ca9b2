package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Variant;

/** What there is to check, a line for each thing. */
public final class ListText {
    private final Page page;

    /** Writes to {@code page}. */
    public ListText(Page page) {
        this.page = page;
    }

    /** Writes a family: its variants, rules, bounds and properties. */
    public void print(Family<?> family, Seq<Property> properties) {
        page.hanging(Tone.STRONG, family.name() + "  ", family.summary());
        page.line("");
        page.line("  variants, to be checked with ./check VARIANT");
        Seq<Variant> variants = family.variants();
        int names = Wrap.widest(variants.map(Variant::fullName));
        int kernels = Wrap.widest(variants.map(Variant::kernels));
        variants.forEach(variant -> page.hanging(
                "    " + Wrap.pad(variant.fullName(), names + 2) + Wrap.pad(variant.kernels(), kernels + 2),
                variant.summary()));
        settings("rules, to be set with --rule name=value, the usual value first", family.rules());
        settings("bounds, to be set with --bound name=value, the usual value first", family.bounds());
        page.line("");
        page.line("  properties, to be chosen with --property NAME");
        int claims = Wrap.widest(properties.map(Property::name));
        properties.forEach(property -> page.hanging("    " + Wrap.pad(property.name(), claims + 2), property.claim()));
    }

    private void settings(String title, Seq<Setting> settings) {
        if (settings.isEmpty()) {
            return;
        }
        page.line("");
        page.line("  " + title);
        int names = Wrap.widest(settings.map(Setting::name));
        int values = Wrap.widest(settings.map(ListText::values));
        settings.forEach(setting -> page.hanging(
                "    " + Wrap.pad(setting.name(), names + 2) + Wrap.pad(values(setting), values + 2),
                setting.summary()));
    }

    private static String values(Setting setting) {
        return setting.values().mkString("|");
    }
}
