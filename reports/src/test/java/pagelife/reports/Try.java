package pagelife.reports;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.property.*;
import pagelife.checker.result.*;
import pagelife.checker.search.Options;
import pagelife.models.*;

public class Try {
    public static void main(String[] args) {
        ToyFamily family = new ToyFamily();
        Variant variant = family.variants().last();
        Settings bounds = Settings.NONE.with("pins", "2");
        var toy = family.build(variant, Settings.NONE, bounds);
        Trace t1 = Walk.trace(toy.model(), "pin0 g1", "free p1", "free p2", "pin0 g2");
        Trace t2 = Walk.trace(toy.model(), "pin0 g1", "free p1", "pin0 g2");
        var props = family.properties(toy);
        var findings = Vector.of(
            new Finding(props.get(0), Verdict.VIOLATED, Option.some(t1), ""),
            new Finding(props.get(1), Verdict.VIOLATED, Option.some(t2), ""),
            new Finding(props.get(2), Verdict.HOLDS, Option.some(Walk.trace(toy.model(), "free p1", "free p2")), ""),
            new Finding(props.get(3), Verdict.VIOLATED, Option.some(Walk.trace(toy.model(), "pin0 g1", "pin1 g1", "pin0 g2", "pin1 g2", "free p1")), ""),
            new Finding(props.get(4), Verdict.NEVER_HAPPENS, Option.none(), "no state meets the premise"));
        Result result = new Result(toy.model(), findings.map(f -> f), new Counts(23, 57, 8), Stop.COMPLETE,
            new Statistics(20, 0, 1, 5, 1000, toy.model().steps().tail(), Vector.empty()));
        Question q = new Question(family, variant, Settings.NONE, bounds, Vector.empty(), Options.DEFAULT);
        int width = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        pagelife.reports.Page page = new pagelife.reports.Page(System.out, width, Ink.PLAIN);
        new TextReport(page).print(new Outcome(q, result, 123_000_000), true);
        if (args.length > 1) JsonReport.print(page, new Outcome(q, result, 123_000_000));
        new ListText(page).print(family, props);
    }
}
