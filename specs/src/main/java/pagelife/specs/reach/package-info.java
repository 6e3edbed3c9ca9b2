/**
 * Claims about a protocol for any number of tasks of a sort: {@link pagelife.specs.reach.AnyNumber} finds the instances
 * of a subject with so many of them, hands them to {@link pagelife.checker.views.Views}, and checks the small ones.
 */
package pagelife.specs.reach;
