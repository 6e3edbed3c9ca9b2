/**
 * What is in a value of a model. {@link pagelife.checker.value.Value} takes an object apart into a small tree of
 * numbers, names, texts, structures with named components, and collections; {@link pagelife.checker.value.Difference}
 * says where two trees differ; {@link pagelife.checker.value.Shape} says which components the values of a class have,
 * before there is one.
 *
 * <p>Whoever shows values, compares them or writes them down asks here: nothing takes printed text apart again.
 */
package pagelife.checker.value;
