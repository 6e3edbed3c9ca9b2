package pagelife.specs.own;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.Variant;
import pagelife.models.Workload;

/**
 * The family of a study, which commands name by where it comes from.
 *
 * @param table what it has
 * @param address the words by which a command names it; none where no command can
 * @param before the words that stand before a litmus test about it; none where the test says itself where it is
 */
record StudyFamily(TabledFamily<Drafted> table, Seq<String> address, Seq<String> before) implements Family<Drafted> {
    @Override
    public String name() {
        return table.name();
    }

    @Override
    public String summary() {
        return table.summary();
    }

    @Override
    public Seq<Setting> rules() {
        return table.rules();
    }

    @Override
    public Seq<Setting> bounds() {
        return table.bounds();
    }

    @Override
    public Set<String> taskBounds() {
        return table.taskBounds();
    }

    @Override
    public Seq<Variant> variants() {
        return table.variants();
    }

    @Override
    public Seq<String> address(String subject) {
        if (address.isEmpty()) {
            return address;
        }
        boolean own = subject.equals(name()) || subject.startsWith(name() + "/") || subject.startsWith(name() + "+");
        return own
                ? address.init().append(address.last() + subject.substring(name().length()))
                : before.append(subject); // a litmus test about it
    }

    @Override
    public Workload workload(Variant variant, Settings rules, Settings bounds) {
        return table.workload(variant, rules, bounds);
    }

    @Override
    public Drafted build(Variant variant, Settings rules, Settings bounds, Workload workload) {
        return table.build(variant, rules, bounds, workload);
    }
}
