package pagelife.specs.own;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.Stated;

/**
 * Several studies as one family: {@code examples/01-lost-update} is the first variant of the study of that name on the
 * shelf {@code examples}, {@code examples/01-lost-update-fixed} its variant {@code fixed}. What a study lets one set
 * is set by its variants only.
 */
public final class StudyShelf implements FamilySpecs<Drafted>, Family<Drafted> {
    private final String name;
    private final String summary;
    private final LinkedHashMap<String, Tuple2<StudySpecs, Variant>> known;
    private final Vector<StudySpecs> studies;

    /**
     * A shelf.
     *
     * @param name what it is called
     * @param summary what is on it, in one line
     * @param studies what is on it, in the order to report
     */
    public StudyShelf(String name, String summary, Study... studies) {
        this.name = name;
        this.summary = summary;
        this.studies = Vector.of(studies).map(StudySpecs::of);
        this.known = LinkedHashMap.ofEntries(this.studies.flatMap(study -> study.family()
                .variants()
                .map(variant -> Tuple.of(outer(study, variant.name()), Tuple.of(study, variant)))));
    }

    /** What a variant of a study is called here: its first one as the study. */
    private static String outer(StudySpecs study, String variant) {
        Family<Drafted> family = study.family();
        return family.variants().head().name().equals(variant) ? family.name() : family.name() + "-" + variant;
    }

    @Override
    public Family<Drafted> family() {
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public Seq<Setting> rules() {
        return Vector.empty();
    }

    @Override
    public Seq<Setting> bounds() {
        return Vector.empty();
    }

    @Override
    public Seq<Variant> variants() {
        return known.map(entry -> variant(entry._1(), entry._2()._2())).toVector();
    }

    private Variant variant(String here, Variant variant) {
        return new Variant(name, here, variant.summary(), variant.kernels(), Settings.NONE, Settings.NONE);
    }

    private Tuple2<StudySpecs, Variant> study(Variant variant) {
        return known.get(variant.name())
                .getOrElseThrow(() -> new IllegalArgumentException("no study on the shelf " + name + " is called "
                        + variant.name() + ": there are " + known.keySet().mkString(", ")));
    }

    @Override
    public Workload workload(Variant variant, Settings rules, Settings bounds) {
        Tuple2<StudySpecs, Variant> study = study(variant);
        return study._1().family().workload(study._2(), rules, bounds);
    }

    @Override
    public Drafted build(Variant variant, Settings rules, Settings bounds, Workload workload) {
        Tuple2<StudySpecs, Variant> study = study(variant);
        return study._1().family().build(study._2(), rules, bounds, workload);
    }

    @Override
    public Seq<Property> properties(Drafted protocol) {
        return protocol.claims();
    }

    @Override
    public Map<String, Predicate<View>> words(Drafted protocol) {
        return protocol.words();
    }

    @Override
    public Seq<Spec> specs() {
        return studies.flatMap(study -> study.specs().map(spec -> shelved(study, spec)));
    }

    @Override
    public Seq<Stated<Drafted>> stated() {
        return studies.flatMap(study -> study.stated().map(row -> stated(study, row)));
    }

    @Override
    public Seq<String> ids() {
        return stated().map(row -> row.outline().id());
    }

    @Override
    public Option<Spec> spec(String id) {
        return stated().find(row -> row.outline().id().equals(id))
                .map(row -> row.build().spec());
    }

    private Stated<Drafted> stated(StudySpecs study, Stated<Drafted> row) {
        return new Stated<>(shelved(study, row.outline()), () -> built(study, row.build()));
    }

    private Stated.Built<Drafted> built(StudySpecs study, Stated.Built<Drafted> own) {
        Spec spec = shelved(study, own.spec());
        Inquiry<Drafted> here =
                new Inquiry<>(this, variant(spec.variant()).get(), own.inquiry().protocol());
        return new Stated.Built<>(spec, here, own.claims(), own.temporal());
    }

    private Spec shelved(StudySpecs study, Spec spec) {
        Variant variant = study.family().variant(spec.variant()).get();
        String here = name + "/" + outer(study, variant.name());
        return new Spec(
                here + spec.id().substring(spec.variant().length()),
                here,
                spec.rules(),
                spec.bounds(),
                spec.fairness(),
                spec.size(),
                spec.expectations(),
                spec.cites(),
                spec.why());
    }
}
