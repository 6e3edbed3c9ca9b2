/**
 * Examples to learn from: each class is a whole study, one mistake, broken beside fixed. They are what a file for
 * {@code check} looks like, and are on the shelf that {@link pagelife.specs.examples.ExampleSpecs} makes of them.
 */
package pagelife.specs.examples;
