/** Claims about the {@linkplain pagelife.models.migrate} family, and the verdicts we expect. */
package pagelife.specs.migrate;
