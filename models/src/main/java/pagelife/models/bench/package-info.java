/**
 * Benchmark protocols with a fixed step list, so that every tool that implements them explores the same state graph. Dax
 * and philosophers are for looking at, too; the others are there for their shapes: many cells ({@code Rail},
 * {@code Pool}), queues of records ({@code Mail}, {@code Window}), counters with hundreds of values ({@code Tickets},
 * {@code PerCpu}), many actors ({@code Semaphore}, {@code Waves}), and German's protocol.
 */
package pagelife.models.bench;
