package pagelife.reports.ask;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.reports.format.GraphExport;
import pagelife.reports.outcome.Asking;
import pagelife.reports.outcome.Formulae;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.own.SourceFile;
import pagelife.specs.own.Study;
import pagelife.specs.own.StudySpecs;

/**
 * A question about a protocol, as {@code check} would put it. Each method gives a further question; {@link #answer}
 * asks the checker. Immutable; what it asks is asked anew each time.
 *
 * <pre>{@code
 * Answer answer = Ask.about(new LostWakeup()).variant("silent").bound("users", 2).claims("no deadlock").answer();
 * System.out.print(answer.text());
 * }</pre>
 *
 * <p>Names mean what they mean on the command line: claims are named in full or by id, formulas are written as for
 * {@code --ltl} and {@code --invariant}. A name that means nothing is a {@link Misasked}, which says what there is.
 *
 * @param question what is asked, but for fairness
 * @param fairness the fairness of claims about runs, as text; empty for what they and the model declare
 */
public record Ask(Question question, Seq<String> fairness) {

    /**
     * About a protocol of one's own: its first variant.
     *
     * @throws IllegalArgumentException where its outline is wrong, saying how
     */
    public static Ask about(Study study) {
        return about(StudySpecs.of(study));
    }

    /** About a family: its first variant. */
    public static Ask about(FamilySpecs<?> specs) {
        return about(Subject.of(specs));
    }

    /**
     * About the study in a Java source file, compiled in memory: its first variant.
     *
     * @throws pagelife.specs.own.LoadException where there is none: with file, line, column and what to do
     */
    public static Ask about(Path sourceFile) {
        return about(new SourceFile(sourceFile).load());
    }

    /**
     * About what comes with Pagelife: a variant such as {@code fsdax/6.1}, or a row of the catalogue such as
     * {@code G-a/6.1}.
     *
     * @throws Misasked if there is none of this name
     */
    public static Ask about(String name) {
        Seq<FamilySpecs<?>> families = Catalogue.families();
        return families.flatMap(specs -> specs.family()
                        .variant(name)
                        .filter(variant -> variant.fullName().equals(name))
                        .map(variant -> Subject.of(specs, variant))
                        .orElse(() -> specs.spec(name).map(row -> Subject.of(specs, row))))
                .headOption()
                .map(Ask::about)
                .getOrElseThrow(() -> Unknown.name(
                        "name",
                        name,
                        families.flatMap(specs ->
                                specs.family().variants().map(Variant::fullName).appendAll(specs.ids())),
                        "./check list shows all"));
    }

    /**
     * About a model and claims about it. No command knows it, so none is named to repeat it.
     *
     * @param model the model, as its builder made it
     * @param claims the claims; two of one name are one
     */
    public static Ask about(Model model, Property... claims) {
        return about(new GivenModel(model, Vector.of(claims)));
    }

    /** About anything that can be checked. */
    public static Ask about(Subject subject) {
        Options options = Options.DEFAULT.withStopWhenDecided(true);
        return new Ask(new Question(subject, Settings.NONE, Settings.NONE, Vector.empty(), options), Vector.empty());
    }

    private Family<?> family() {
        return question.family();
    }

    private Ask about(Question another) {
        return new Ask(another, fairness);
    }

    /**
     * About another variant of the family.
     *
     * @throws Misasked if there is none of this name
     */
    public Ask variant(String name) {
        Variant found = family().variant(name)
                .getOrElseThrow(() -> Unknown.name(
                        "variant",
                        name,
                        family().variants().map(Variant::name),
                        family().name() + " has "
                                + family().variants().map(Variant::name).mkString(", ")));
        return about(question.about(Subject.of(question.subject().specs(), found)));
    }

    /**
     * With a rule set otherwise than in the variant.
     *
     * @param value the value, or its text; true is {@code on}
     *
     * @throws Misasked if there is no such rule, or it has no such value
     */
    public Ask rule(String name, Object value) {
        return about(question.with(read("rule", family().rules(), name, value), Settings.NONE));
    }

    /**
     * With a bound set otherwise than in the variant.
     *
     * @throws Misasked if there is no such bound, or it has no such value
     */
    public Ask bound(String name, Object value) {
        return about(question.with(Settings.NONE, read("bound", family().bounds(), name, value)));
    }

    private Settings read(String kind, Seq<Setting> known, String name, Object value) {
        Object text = value instanceof Boolean on ? on ? "on" : "off" : value;
        return SettingTexts.read(kind, Vector.of(name + "=" + text), known, family());
    }

    /** With other tasks, which do what is written: no command names them, so none is named to repeat it. */
    public Ask tasks(Workload programs) {
        return about(question.about(question.subject().with(programs)));
    }

    /** About these claims only, those about runs among them; without any, about all but those about runs. */
    public Ask claims(String... names) {
        return about(question.about(question.properties().appendAll(Vector.of(names))));
    }

    /** About a formula too: whether every fair run is as it says. */
    public Ask formula(String ltl) {
        return about(question.asking(question.formulas().append(ltl), question.invariants()));
    }

    /** About an expression too: whether it is so in every state. */
    public Ask invariant(String expression) {
        return about(question.asking(question.formulas(), question.invariants().append(expression)));
    }

    /** Under this fairness, written as for {@code --fairness}. */
    public Ask fairness(String text) {
        return new Ask(question, fairness.append(text));
    }

    /** Searching in another way: {@code searching(o -> o.withThreads(4))}. Limits leave claims undecided. */
    public Ask searching(UnaryOperator<Options> change) {
        return about(question.searching(change.apply(question.options())));
    }

    /**
     * The protocol, built.
     *
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     * @throws pagelife.checker.model.ModelException where the model breaks its promises
     */
    public Inquiry<?> inquiry() {
        return question.subject().with(question.rules(), question.bounds()).inquiry();
    }

    /**
     * Asks the checker.
     *
     * @throws Misasked where a name or a formula means nothing
     * @throws IllegalArgumentException for a combination that means nothing, saying why
     * @throws pagelife.checker.model.ModelException where the model breaks its promises; a broken claim is not thrown
     */
    public Answer answer() {
        long start = question.options().ticker().read();
        Inquiry<?> built = inquiry();
        Options fair = Formulae.withFairness(fairness, question.options(), question.subject(), built.model());
        return new Answer(new Asking(question.searching(fair), built).outcome(start));
    }

    /**
     * The states and the steps between them, for other programs: the first {@code mostStates} of them, breadth-first.
     *
     * @throws IllegalArgumentException as {@link #answer}
     * @throws pagelife.checker.model.ModelException as {@link #answer}
     */
    public GraphExport graph(int mostStates) {
        Model model = inquiry().model();
        return new GraphExport(Checker.firstStates(model, mostStates), model);
    }
}
