package pagelife.specs.workloads;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiFunction;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;

/**
 * The claims so far: how many workloads break each, and the smallest of them. Told of outcomes from the smallest on.
 */
final class Tally {
    private final BiFunction<Mix, Finding, Smallest> telling;
    private LinkedHashMap<String, Line> lines = LinkedHashMap.empty();

    /** A mix that breaks a claim, with the reason; no smaller one of the same reason is in it. */
    private record Least(Mix mix, Reason reason, Smallest told) {}

    private record Line(int asked, int broken, int undecided, Vector<Least> least) {
        static final Line EMPTY = new Line(0, 0, 0, Vector.empty());

        Line held() {
            return new Line(asked + 1, broken, undecided, least);
        }

        Line open() {
            return new Line(asked + 1, broken, undecided + 1, least);
        }

        Line broken(Vector<Least> now) {
            return new Line(asked + 1, broken + 1, undecided, now);
        }
    }

    private Map<String, String> unasked = LinkedHashMap.empty();

    /** @param telling how a smallest workload is told */
    Tally(BiFunction<Mix, Finding, Smallest> telling) {
        this.telling = telling;
    }

    void add(Outcome outcome, Renamings renamings) {
        outcome.findings().forEach(finding -> {
            String id = finding.property().id();
            switch (finding.verdict()) {
                case HOLDS, NEVER_HAPPENS -> lines = lines.put(id, line(id).held());
                case UNDECIDED -> {
                    lines = lines.put(id, line(id).open());
                    finding.property()
                            .unasked()
                            .forEach(why ->
                                    unasked = unasked.put(finding.property().name(), why));
                }
                case VIOLATED -> add(outcome.mix(), finding, renamings);
            }
        });
    }

    private void add(Mix mix, Finding finding, Renamings renamings) {
        String id = finding.property().id();
        Line line = line(id);
        Reason reason = Reason.of(finding);
        boolean known = line.least().exists(one -> one.reason().equals(reason) && renamings.contains(mix, one.mix()));
        lines = lines.put(
                id,
                line.broken(
                        known
                                ? line.least()
                                : line.least().append(new Least(mix, reason, telling.apply(mix, finding)))));
    }

    private Line line(String id) {
        return lines.getOrElse(id, Line.EMPTY);
    }

    /** The claims that nothing could be asked about in some workload, by name, and why. */
    Map<String, String> unasked() {
        return unasked;
    }

    /** What came out for those of these claims that some workload has. */
    Seq<Broken> claims(Seq<Property> known) {
        return known.filter(property -> lines.containsKey(property.id())).map(this::told);
    }

    private Broken told(Property property) {
        Line line = line(property.id());
        return new Broken(
                property,
                line.asked(),
                line.broken(),
                line.undecided(),
                line.least().map(Least::told));
    }
}
