/**
 * All that we expect: {@link pagelife.specs.catalogue.Catalogue} lists the families with their tables. It stands above
 * them; they use {@link pagelife.specs}, in which a table is declared.
 */
package pagelife.specs.catalogue;
