package pagelife.specs.own;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.TextException;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.models.Choices;
import pagelife.models.Family;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;
import pagelife.specs.Stated;
import pagelife.specs.TabledSpecs;

/** A {@link Study} as a family with its claims. */
public final class StudySpecs implements FamilySpecs<Drafted> {
    private final Study study;
    private final Outline outline;
    private final TabledSpecs<Drafted> table;

    private StudySpecs(Study study, Outline outline, Seq<String> address, Seq<String> before) {
        this.study = study;
        this.outline = outline;
        StudyFamily family = new StudyFamily(outline.table().madeBy(this::usual, this::make), address, before);
        this.table = TabledSpecs.of(family, Drafted::claims)
                .withWords(Drafted::words)
                .and(outline.rows());
    }

    /**
     * The family of a study. Commands name it by the folder or jar and the name of its class, where they can.
     *
     * @throws IllegalArgumentException where its outline is wrong, saying how
     */
    public static StudySpecs of(Study study) {
        Outline outline = new Outline(study.getClass().getSimpleName());
        study.outline(outline);
        Seq<String> address = Origin.address(study.getClass());
        return new StudySpecs(study, outline, address, address);
    }

    /** The same, which commands name by these words, and litmus tests about it with those before them. */
    StudySpecs named(Seq<String> address, Seq<String> before) {
        return new StudySpecs(study, outline, address, before);
    }

    private Workload usual(Choices rules, Choices bounds) {
        return placed(() -> drafted(new Draft(outline.name(), rules, bounds)).programs());
    }

    private Drafted make(String name, Choices rules, Choices bounds, Workload workload) {
        return placed(() -> drafted(new Draft(name, rules, bounds)).with(workload));
    }

    private Draft drafted(Draft draft) {
        try {
            study.draft(draft);
            return draft;
        } catch (TextException e) { // it has a place in a program, and nobody else knows which
            throw new ModelException(Where.of(study.getClass(), e) + e.getMessage(), e);
        }
    }

    /** Says of every mistake where in the study it is. */
    private <T> T placed(Supplier<T> code) {
        try {
            return code.get();
        } catch (TextException e) {
            throw e;
        } catch (ModelException e) {
            throw new ModelException(Where.of(study.getClass(), e) + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new ModelException(Where.of(study.getClass(), e) + Where.said(e), e);
        }
    }

    /** What an outline expects of a claim that there is not is a mistake in the study. */
    private static <T> T expected(Supplier<T> rows) {
        try {
            return rows.get();
        } catch (IllegalArgumentException e) {
            throw new ModelException("what its outline expects: " + e.getMessage(), e);
        }
    }

    /** The study. */
    public Study study() {
        return study;
    }

    @Override
    public Family<Drafted> family() {
        return table.family();
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
        return table.stated().map(row -> named(row.outline().id(), row::build).spec());
    }

    /** Where several are built, it is not known from the command which of them is wrong. */
    private <T> T named(String id, Supplier<T> building) {
        try {
            return expected(building);
        } catch (ModelException e) {
            if (table.rows().size() == 1) {
                throw e;
            }
            throw new ModelException(id + " cannot be built: " + e.getMessage(), e);
        }
    }

    @Override
    public Seq<Stated<Drafted>> stated() {
        return table.stated().map(row -> new Stated<>(row.outline(), () -> expected(row::build)));
    }

    @Override
    public Seq<String> ids() {
        return table.ids();
    }

    @Override
    public Option<Spec> spec(String id) {
        return expected(() -> table.spec(id));
    }
}
