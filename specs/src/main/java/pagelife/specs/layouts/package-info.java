/** Claims about the {@linkplain pagelife.models.layouts} family, and the verdicts we expect. */
package pagelife.specs.layouts;
