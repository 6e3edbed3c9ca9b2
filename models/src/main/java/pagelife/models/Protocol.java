package pagelife.models;

import pagelife.checker.model.Model;

/**
 * A protocol ready to be checked: the model, and whatever typed handles on its cells and actors the claims about it need.
 */
public interface Protocol {
    /** The model. */
    Model model();
}
