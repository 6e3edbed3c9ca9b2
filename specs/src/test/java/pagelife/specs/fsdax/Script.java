package pagelife.specs.fsdax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.Spec;

/**
 * A run written down by hand: {@code fault f1-5 f6a-c; gup s1 s3:put_page} is f1, f2, ... f5, f6a, f6b, f6c of the
 * fault, then s1 of the GUP, then its s3 with put_page chosen.
 */
public final class Script {
    private static final Pattern RANGE = Pattern.compile("([a-z]+\\d*)(\\d|[a-z])-(\\d+|[a-z])");

    private final Protocol protocol;
    private Vector<Move> walked = Vector.empty();

    private Script(Protocol protocol) {
        this.protocol = protocol;
    }

    /** The protocol of a spec. */
    static FsdaxProtocol protocol(Spec spec) {
        return protocol(spec.variant(), spec.rules(), spec.bounds());
    }

    /** The protocol of a variant. */
    static FsdaxProtocol protocol(String variant, Settings rules, Settings bounds) {
        Family<FsdaxProtocol> family = FsdaxFamily.family();
        Variant base = family.variant(variant).get();
        return family.build(base, rules, bounds);
    }

    /** Walks through a protocol from its initial state. */
    public static Seq<Move> walk(Protocol protocol, String script) {
        Script run = new Script(protocol);
        for (String part : script.split(";")) {
            String[] words = part.trim().split("\\s+");
            for (String word : Vector.of(words).tail()) {
                steps(word).forEach(step -> run.take(words[0], step));
            }
        }
        return run.walked;
    }

    private void take(String actor, String step) {
        State state = walked.isEmpty()
                ? protocol.model().initialStates().head()
                : walked.last().to();
        String[] choice = step.split(":");
        String wanted = choice.length == 1 ? "" : " = " + choice[1] + ",";
        walked = walked.append(Move.in(state, protocol.model().actor(actor).step(choice[0]))
                .find(move -> move.choices().exists(made -> (made + ",").contains(wanted)) || wanted.isEmpty())
                .getOrElseThrow(() -> new AssertionError(actor + " cannot take " + step + " in " + state)));
    }

    /** Demands that the claim holds until the last step and breaks with it, after as many steps as the spec expects. */
    public static void requireBrokenByLastStep(Spec spec, Property claim, Seq<Move> walked) {
        assertEquals(
                spec.expectations()
                        .find(expected -> expected.property().equals(claim.name()))
                        .get()
                        .length()
                        .get(),
                walked.size());
        assertTrue(walked.init().forAll(step -> holds(claim, step)), "broken before its last step");
        assertTrue(!holds(claim, walked.last()), "not broken by its last step");
    }

    private static boolean holds(Property claim, Move step) {
        if (claim instanceof NoDeadlock) {
            return !Move.in(step.to()).isEmpty();
        }
        return claim instanceof Invariant invariant
                ? invariant.holds().test(step.to())
                : ((StepProperty) claim).holds().test(step);
    }

    /** {@code f1-3} is f1, f2, f3; {@code f6a-c} is f6a, f6b, f6c. */
    private static Seq<String> steps(String word) {
        Matcher range = RANGE.matcher(word);
        if (!range.matches()) {
            return Vector.of(word);
        }
        String first = range.group(2);
        String last = range.group(3);
        return Character.isDigit(first.charAt(0))
                ? Vector.rangeClosed(Integer.parseInt(first), Integer.parseInt(last))
                        .map(n -> range.group(1) + n)
                : Vector.rangeClosed(first.charAt(0), last.charAt(0)).map(letter -> range.group(1) + letter);
    }
}
