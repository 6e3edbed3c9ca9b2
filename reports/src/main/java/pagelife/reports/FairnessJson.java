package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Step;
import pagelife.checker.property.Property;
import pagelife.checker.result.FairnessFacts;
import pagelife.checker.result.Treatment;
import pagelife.checker.result.Vacuity;

/** What fairness has to do with an answer, and what did not happen, for programs. */
final class FairnessJson {
    private final JsonGenerator json;

    FairnessJson(JsonGenerator json) {
        this.json = json;
    }

    /** The field {@code fairness} of a finding; {@code blame} is there only where it is known. */
    void facts(FairnessFacts facts) throws IOException {
        json.writeObjectFieldStart("fairness");
        Json.names(json, "assumed", facts.assumed().map(Assumption::toString));
        Json.names(json, "notOwed", facts.notOwed().map(Actor::name));
        json.writeArrayFieldStart("treatments");
        for (Treatment treatment : facts.treatments()) {
            json.writeStartObject();
            json.writeStringField("assumption", treatment.assumption().toString());
            json.writeStringField("how", treatment.how().name());
            json.writeNumberField("position", treatment.position());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (facts.blame().isDefined()) {
            json.writeObjectFieldStart("blame");
            Json.names(json, "assumptions", facts.blame().get().assumptions().map(Assumption::toString));
            json.writeBooleanField("minimal", facts.blame().get().minimal());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** The field {@code vacuity} of a document. */
    void vacuity(Vacuity vacuity) throws IOException {
        json.writeObjectFieldStart("vacuity");
        Json.names(json, "stepsNeverTaken", vacuity.stepsNeverTaken().map(Step::toString));
        Json.names(json, "actorsNeverStarted", vacuity.actorsNeverStarted().map(Actor::name));
        Json.names(json, "cellsNeverChanged", vacuity.cellsNeverChanged().map(Cell::name));
        Json.names(json, "neverTrue", vacuity.neverTrue());
        Json.names(json, "neverFalse", vacuity.neverFalse());
        Json.names(json, "premisesNeverMet", vacuity.premisesNeverMet().map(Property::name));
        Json.names(json, "neverWitnessed", vacuity.neverWitnessed().map(Property::name));
        json.writeEndObject();
    }
}
