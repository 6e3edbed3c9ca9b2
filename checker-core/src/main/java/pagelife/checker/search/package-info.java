/** How a model is checked: {@link pagelife.checker.Checker} and its {@link pagelife.checker.search.Options}. */
package pagelife.checker.search;
