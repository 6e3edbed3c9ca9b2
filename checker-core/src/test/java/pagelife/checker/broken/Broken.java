package pagelife.checker.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import pagelife.checker.Checker;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Property;

/**
 * A model with one step that can be made to misbehave: actor {@code alice}, step {@code s1 do it}, in the presence of
 * the shared cell {@code page} (0), her own cell {@code hers} (0) and {@code his}, private to {@code bob}.
 */
final class Broken {
    /** Where both are. */
    record Here() implements Control {}

    /** Another actor's control. */
    record Elsewhere() implements Control {}

    final ModelBuilder builder = Model.builder("broken");
    final Cell<Object> page = builder.cell("page", Object.class, 0);
    final Cell<Integer> other = builder.cell("other", Integer.class, 0);
    private final ActorBuilder<Here> alice = builder.actor("alice", Here.class, new Here());
    private final ActorBuilder<Elsewhere> bob = builder.actor("bob", Elsewhere.class, new Elsewhere());
    final Cell<Integer> hers = alice.cell("hers", Integer.class, 0);
    final Cell<Integer> his = bob.cell("his", Integer.class, 0);

    /** Bob counts {@code other} from 0 to 2, so that there are a few states, and only reads his own cell. */
    Broken() {
        bob.step("b1", "count", Source.NONE, Elsewhere.class, (at, view) -> {
            view.read(his);
            int count = view.read(other);
            if (count == 2) {
                return view.waits();
            }
            view.write(other, count + 1);
            return at;
        });
    }

    /** The model, alice doing this. */
    Model model(Function<StepView, Control> does) {
        alice.step("s1", "do it", Source.NONE, Here.class, (at, view) -> does.apply(view));
        return builder.build();
    }

    /** Where alice is; of the model under declaration. */
    Cell<Control> alicesControl() {
        return alice.control();
    }

    /** Where bob is. */
    Cell<Control> bobsControl() {
        return bob.control();
    }

    /** What alice does, with the number of times she did it before. */
    interface Behaviour {
        Control take(Broken broken, StepView view, int before);
    }

    /** Makes what is checked, afresh for each configuration. */
    interface Claims {
        Seq<Property> of(Broken broken);
    }

    /** Demands that no configuration gives a verdict, and that the error says all this and what to do. */
    static void requireError(Behaviour alice, String... said) {
        requireError(Configuration.ALL, alice, broken -> Vector.empty(), said);
    }

    /** The same where only an audit can tell. */
    static void requireAuditError(Behaviour alice, String... said) {
        requireError(
                Configuration.ALL.filter(each -> each.options().auditEvery() == 1),
                alice,
                broken -> Vector.empty(),
                said);
    }

    /** The same where it is the claim. */
    static void requireAuditErrorOf(Claims claims, String... said) {
        requireError(
                Configuration.ALL.filter(each -> each.options().auditEvery() == 1),
                (broken, view, before) -> new Here(),
                claims,
                said);
    }

    /** The same where the claim is broken and alice does nothing wrong. */
    static void requireErrorOf(Claims claims, String... said) {
        requireError(Configuration.ALL, (broken, view, before) -> new Here(), claims, said);
    }

    /** The same where both take part. */
    static void requireErrorOf(Behaviour alice, Claims claims, String... said) {
        requireError(Configuration.ALL, alice, claims, said);
    }

    /** The same where the claim is about stuck states and everybody gets stuck once {@code other} is 2. */
    static void requireErrorOfStuck(Claims claims, String... said) {
        requireError(Configuration.ALL, (broken, view, before) -> view.waits(), claims, said);
    }

    private static void requireError(
            Seq<Configuration> configurations, Behaviour alice, Claims claims, String... said) {
        for (Configuration configuration : configurations) {
            Broken broken = new Broken();
            AtomicInteger runs = new AtomicInteger();
            Model model = broken.model(view -> alice.take(broken, view, runs.getAndIncrement()));
            Seq<Property> properties = claims.of(broken);
            ModelException error = assertThrows(
                    ModelException.class,
                    () -> Checker.check(model, properties, configuration.options()),
                    configuration.toString());
            requireSaid(error, said);
        }
    }

    /** Demands that the message holds all this, is one line, and says what to do. */
    static void requireSaid(ModelException error, String... said) {
        for (String part : said) {
            assertTrue(error.getMessage().contains(part), "'" + part + "' is missing in: " + error.getMessage());
        }
        assertEquals(1, error.getMessage().lines().count(), error.getMessage());
        assertTrue(error.getMessage().contains(": "), "what, then what to do: " + error.getMessage());
    }
}
