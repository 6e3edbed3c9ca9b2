/** Claims about the {@linkplain pagelife.models.tails} family, and the verdicts we expect. */
package pagelife.specs.tails;
