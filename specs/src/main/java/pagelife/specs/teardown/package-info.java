/** Claims about the {@linkplain pagelife.models.teardown} family, and the verdicts we expect. */
package pagelife.specs.teardown;
