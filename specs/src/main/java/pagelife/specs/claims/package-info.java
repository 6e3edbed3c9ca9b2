/**
 * What several families claim alike.
 *
 * <ul>
 *   <li>{@link pagelife.specs.claims.CountClaims}: claims about counts, and who {@linkplain pagelife.models.page.Books
 *       holds} what is counted.
 *   <li>{@link pagelife.specs.claims.RunClaims}: claims about whole runs.
 *   <li>{@link pagelife.specs.claims.Witnesses}: what must be possible.
 * </ul>
 */
package pagelife.specs.claims;
