package pagelife.specs.observe;

/**
 * Lines of a recording that were not used, of one kind and for one reason.
 *
 * @param kind the kind of event
 * @param reason why
 * @param lines how many
 * @param first where the first is
 * @param touches whether they do something to the pages of which the models know nothing
 */
public record Unused(String kind, String reason, long lines, long first, boolean touches) {
    Unused another() {
        return new Unused(kind, reason, lines + 1, first, touches);
    }
}
