/**
 * The {@code check} command: reads the command line, runs what it asks for, ends with a code that scripts can use.
 *
 * <ul>
 *   <li>{@link pagelife.reports.cli.Main}: the process; everything below it can run inside a test.
 *   <li>{@code CheckCommand}: what the words on the command line lead to; {@code Syntax} lists them.
 *   <li>{@code VariantRun}, {@code CatalogueRun}: one protocol, or several against what is expected of them.
 *   <li>{@code Shelf}: all that can be named, and what each name stands for ({@code Named}); names come from a
 *       {@code Source}, such as the families that are shipped; {@code Unknown} for names that are not there.
 *   <li>{@code Prepared}: a variant that is built, with its claims; {@code SettingTexts}: rules and bounds as typed.
 *   <li>{@code Formats}: the one place that decides how reports are written.
 *   <li>{@code Console}: the streams and the clock; {@code Interrupt}: ^C.
 * </ul>
 */
package pagelife.reports.cli;
