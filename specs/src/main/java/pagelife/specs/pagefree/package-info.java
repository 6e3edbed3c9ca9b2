/** Claims about the {@linkplain pagelife.models.pagefree} family, and the verdicts we expect. */
package pagelife.specs.pagefree;
