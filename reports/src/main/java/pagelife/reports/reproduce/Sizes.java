package pagelife.reports.reproduce;

import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.litmus.Litmus;

/**
 * What there is in a test: its bounds, as far as a program of user space can have them.
 *
 * @param pages the places of a file, or of a device
 * @param mms the mappings
 * @param files the files
 * @param align pages of a huge page
 * @param mapped whether the first huge page is mapped when the tasks begin
 */
record Sizes(int pages, int mms, int files, int align, boolean mapped) {
    /** Those of a test. */
    static Sizes of(Family<?> family, Variant variant, Litmus test) {
        Settings bounds = family.bounds()
                .foldLeft(Settings.NONE, Sizes::usual)
                .and(variant.bounds())
                .and(test.bounded());
        int align = number(bounds, "align");
        return new Sizes(
                bounds.get("pages").isDefined() ? number(bounds, "pages") : align * number(bounds, "regions"),
                number(bounds, "mms"),
                number(bounds, "files"),
                align,
                bounds.get("start").contains("mapped"));
    }

    private static Settings usual(Settings settings, Setting bound) {
        return settings.with(bound.name(), bound.values().head());
    }

    /** A bound; one of what a family has no bound for. */
    private static int number(Settings bounds, String name) {
        return bounds.get(name).map(Integer::parseInt).getOrElse(1);
    }
}
