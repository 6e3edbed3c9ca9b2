/** Claims about the {@linkplain pagelife.models.share} family, and the verdicts we expect. */
package pagelife.specs.share;
