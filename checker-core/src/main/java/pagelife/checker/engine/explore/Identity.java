package pagelife.checker.engine.explore;

import com.google.common.hash.Hashing;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;

/**
 * What a checkpoint was made of, and must be resumed with: the model, what its builder was told, the claims, and the
 * code.
 *
 * @param model the name of the model
 * @param subject what is checked in the caller's words: variant, rules and bounds
 * @param declaration a digest of the names and texts of the model's cells, steps and initial states
 * @param claims a digest of the claims
 * @param behaviour what the code does
 */
record Identity(String model, String subject, String declaration, String claims, Behaviour behaviour) {

    static Identity of(Model model, Seq<Property> properties, String subject) {
        StringBuilder declared = new StringBuilder();
        model.cells().forEach(cell -> declared.append('\n').append(cell.name()));
        model.steps().forEach(step -> declared.append('\n').append(step).append(step.operation()));
        model.initialStates().forEach(state -> declared.append('\n').append(state));
        String claims = properties
                .map(property -> property.name() + ": " + property.claim())
                .mkString("\n");
        return new Identity(model.name(), subject, digest(declared), digest(claims), Behaviour.of(model));
    }

    private static String digest(CharSequence text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    /** What of it is not so now, as a clause; empty when all is. */
    Option<String> difference(Identity now) {
        if (!model.equals(now.model)) {
            return Option.some("it was made of another model, " + model + ", not of " + now.model);
        }
        if (!subject.equals(now.subject)) {
            return Option.some("it was made of another model: " + subject + ", not of " + now.subject);
        }
        Option<String> changed = behaviour.changed(now.behaviour);
        if (changed.isDefined()) {
            return changed.map(what -> "the code has changed since: " + what);
        }
        if (!declaration.equals(now.declaration)) {
            return Option.some("it was made of another model: cells, steps or initial states differ");
        }
        return claims.equals(now.claims) ? Option.none() : Option.some("it was made with other properties");
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(model);
        out.writeUTF(subject);
        out.writeUTF(declaration);
        out.writeUTF(claims);
        behaviour.write(out);
    }

    static Identity read(DataInput in) throws IOException {
        return new Identity(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), Behaviour.read(in));
    }
}
