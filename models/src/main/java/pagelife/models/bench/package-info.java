/**
 * Benchmark protocols with a fixed step list, so that every tool that implements them explores the same state graph.
 */
package pagelife.models.bench;
