/** Claims about the {@linkplain pagelife.models.waitwake} family, and the verdicts we expect. */
package pagelife.specs.waitwake;
