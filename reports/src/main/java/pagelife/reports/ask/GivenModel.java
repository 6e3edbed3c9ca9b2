package pagelife.reports.ask;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/**
 * A model that somebody built, and claims about it, as a family with one variant. No command names it.
 *
 * @param model the model
 * @param claims the claims
 */
record GivenModel(Model model, Seq<Property> claims) implements FamilySpecs<Protocol>, Family<Protocol>, Protocol {
    @Override
    public Family<Protocol> family() {
        return this;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String summary() {
        return "a model of one's own";
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
        return Vector.of(new Variant(name(), "", summary(), "", Settings.NONE, Settings.NONE));
    }

    @Override
    public Seq<String> address(String subject) {
        return Vector.empty();
    }

    @Override
    public Protocol build(Variant variant, Settings rules, Settings bounds, Workload workload) {
        return this;
    }

    @Override
    public Seq<Property> properties(Protocol protocol) {
        return claims;
    }

    @Override
    public Seq<Spec> specs() {
        return Vector.empty();
    }
}
