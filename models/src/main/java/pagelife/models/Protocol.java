package pagelife.models;

import pagelife.checker.model.Model;
import pagelife.checker.model.Operations;
import pagelife.models.page.Books;

/**
 * A protocol ready to be checked: the model, and whatever typed handles on its cells and actors the claims about it
 * need.
 */
public interface Protocol {
    /** The model. */
    Model model();

    /** What its tasks can be asked to do. */
    default Operations operations() {
        return Operations.NONE;
    }

    /** Who holds what in its states. */
    default Books books() {
        return Books.of(model());
    }
}
