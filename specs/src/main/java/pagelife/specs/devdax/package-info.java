/** Claims about the {@linkplain pagelife.models.devdax} family, and the verdicts we expect. */
package pagelife.specs.devdax;
