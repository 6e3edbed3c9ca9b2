/** Claims about the {@linkplain pagelife.models.gup} family, and the verdicts we expect. */
package pagelife.specs.gup;
