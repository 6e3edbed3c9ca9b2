/** The search itself. Not exported: everything in here may change. */
package pagelife.checker.engine;
