/**
 * The {@code check} command: reads the command line, runs what it asks for, ends with a code that scripts can use.
 *
 * <ul>
 *   <li>{@link pagelife.reports.cli.Main}: the process; everything below it can run inside a test.
 *   <li>{@code CheckCommand}: what the words on the command line lead to; {@code Syntax} lists them.
 *   <li>{@code VariantRun}, {@code CatalogueRun}: a variant, or all specs.
 *   <li>{@code Shelf}: the families at hand and how they are found by name; {@code Unknown} for names that are not.
 *   <li>{@code Prepared}: a variant that is built, with its claims; {@code SettingTexts}: rules and bounds as typed.
 *   <li>{@code Formats}: the one place that decides how reports are written.
 *   <li>{@code Console}: the streams and the clock; {@code Interrupt}: ^C.
 * </ul>
 */
package pagelife.reports.cli;
