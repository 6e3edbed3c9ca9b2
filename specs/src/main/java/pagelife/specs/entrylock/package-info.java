/** Claims about the {@linkplain pagelife.models.entrylock} family, and the verdicts we expect. */
package pagelife.specs.entrylock;
