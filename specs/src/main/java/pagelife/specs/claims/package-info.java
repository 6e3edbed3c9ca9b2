/**
 * What several families claim alike.
 *
 * <ul>
 *   <li>{@link pagelife.specs.claims.Ledger}: who holds what in a state, read off where the actors are.
 *   <li>{@link pagelife.specs.claims.CountClaims}: claims about counts.
 *   <li>{@link pagelife.specs.claims.Witnesses}: what must be possible.
 * </ul>
 */
package pagelife.specs.claims;
