package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Verdict;
import pagelife.reports.ListReport;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** What there is to check, a line for each thing. */
final class ListText {
    private final Page page;

    /** Writes to {@code page}. */
    ListText(Page page) {
        this.page = page;
    }

    /** Writes each entry, a blank line between two. */
    void print(ListReport report) {
        Seq<ListReport.Entry> entries = report.entries();
        entries.headOption().forEach(this::entry);
        entries.drop(1).forEach(entry -> {
            page.line("");
            entry(entry);
        });
    }

    private void entry(ListReport.Entry entry) {
        page.hanging(Tone.STRONG, entry.name() + "  ", entry.summary());
        switch (entry.kind()) {
            case "family" -> family(entry);
            case "bug" -> bug(entry);
            default -> one(entry);
        }
        section("properties, to be chosen with --property NAME", claims(entry.properties()));
        section("claims about runs, checked only when chosen with --property NAME", claims(entry.temporal()));
        section(
                "operations, for the programs of litmus tests",
                entry.operations().map(operation -> Vector.of(operation.usage(), operation.summary())));
        section(
                "arguments of operations, with the default bounds",
                entry.arguments()
                        .map(argument -> Vector.of(
                                "<" + argument.name() + ">", argument.values().mkString(", "))));
        if (!entry.words().isEmpty()) {
            section(
                    "words of formulas, for --ltl",
                    Vector.of(Vector.of(entry.words().mkString(", ")
                            + "; taken(actor.step), enabled(actor.step), finished(actor), stuck")));
        }
    }

    private void family(ListReport.Entry family) {
        section(
                "variants, to be checked with " + Shell.check() + " VARIANT",
                family.variants()
                        .map(variant -> Vector.of(
                                variant.name(),
                                variant.summary()
                                        + (variant.kernels().isEmpty() ? "" : " (" + variant.kernels() + ")"))));
        section(
                "cannot be built, and nothing below is about it",
                family.variants().flatMap(variant -> variant.fault().map(fault -> Vector.of(variant.name(), fault))));
        section("bugs, to be checked with " + Shell.check() + " CODE in each kernel that has it", bugs(family.bugs()));
        section(
                "all that is expected, and why; " + Shell.check() + " NAME checks one",
                family.rows().map(row -> Vector.of(row.name(), row.why())));
        section("rules, to be set with --rule name=value, the default first", choices(family.rules()));
        section("bounds, to be set with --bound name=value, the default first", choices(family.bounds()));
    }

    private void bug(ListReport.Entry bug) {
        bug.rows().forEach(row -> {
            page.line("");
            page.hanging("  " + row.name() + "  ", row.why());
            row(row);
        });
    }

    private void one(ListReport.Entry entry) {
        entry.rows().forEach(row -> {
            page.line("");
            said("  why      ", row.why());
            row(row);
        });
        entry.kernels()
                .filter(text -> !text.isEmpty())
                .forEach(kernels -> section("kernels", Vector.of(Vector.of(kernels))));
        section("rules and their values here", choices(entry.rules()));
        section("bounds and their values here", choices(entry.bounds()));
    }

    private void row(ListReport.Row row) {
        said("  source   ", row.cites());
        String difference = row.difference();
        page.hanging("  variant  ", row.variant() + (difference.isEmpty() ? "" : " with " + difference));
        Seq<ListReport.Expected> others = row.expected().reject(one -> one.verdict() == Verdict.HOLDS);
        int holding = row.expected().size() - others.size();
        page.hanging(
                "  expects  ",
                others.map(ListReport.Expected::words).mkString(", ")
                        + (others.isEmpty() ? "every claim holds" : "; the other " + holding + " claims hold"));
    }

    private void said(String title, String text) {
        if (!text.isEmpty()) {
            page.hanging(title, text);
        }
    }

    private static Seq<Vector<String>> bugs(Seq<ListReport.Bug> bugs) {
        return bugs.map(bug -> Vector.of(bug.code(), bug.words()));
    }

    private static Seq<Vector<String>> claims(Seq<ListReport.Claim> claims) {
        return claims.map(claim -> Vector.of(claim.name(), claim.claim()));
    }

    private static Seq<Vector<String>> choices(Seq<ListReport.Choice> choices) {
        return choices.map(choice -> Vector.of(
                choice.name(), choice.value().getOrElse(() -> choice.values().mkString("|")), choice.summary()));
    }

    /** A title and rows; the columns are as wide as their texts, but for texts that are much longer than the rest. */
    private void section(String title, Seq<Vector<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.line("");
        page.line("  " + title);
        int last = rows.head().size() - 1;
        Seq<Integer> widths = Vector.range(0, last).map(i -> width(rows.map(row -> row.get(i))));
        for (Vector<String> row : rows) {
            String head = Vector.range(0, last)
                    .foldLeft("    ", (text, i) -> text + Wrap.pad(row.get(i), widths.get(i)) + "  ");
            if (last == 2 && head.length() > page.width() / 2) {
                choices("    " + Wrap.pad(row.get(0), widths.get(0)) + "  ", row.get(1), row.get(2));
            } else {
                page.hanging(head, row.get(last));
            }
        }
    }

    /** More values than there is room for beside the summary: they are broken between two, and it stands below. */
    private void choices(String head, String values, String summary) {
        String before = head;
        for (String line : Wrap.words(values.replace("|", "| "), page.width() - head.length())) {
            page.line(before + line.replace("| ", "|"));
            before = " ".repeat(head.length());
        }
        page.hanging(before, summary);
    }

    private static int width(Seq<String> texts) {
        int usual = texts.map(String::length).sorted().get(texts.size() / 2);
        return Wrap.widest(texts.filter(text -> text.length() <= 2 * usual));
    }
}
