package pagelife.models.kernel;

import pagelife.models.page.Counted;

/**
 * A count, by the name that its users know.
 *
 * @param name such as {@code dev->ref}
 */
public record CountId(String name) implements Counted {
    @Override
    public String toString() {
        return name;
    }
}
