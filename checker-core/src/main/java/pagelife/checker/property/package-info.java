/**
 * Claims about a protocol: {@link pagelife.checker.property.Property} and its forms. A claim is a named, documented
 * value that reads a state (or a step) through a view and answers yes or no.
 */
package pagelife.checker.property;
