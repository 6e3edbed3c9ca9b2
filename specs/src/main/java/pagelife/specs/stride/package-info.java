/** Claims about the {@linkplain pagelife.models.stride} family, and the verdicts we expect. */
package pagelife.specs.stride;
