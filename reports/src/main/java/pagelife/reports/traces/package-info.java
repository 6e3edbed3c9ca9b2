/**
 * Traces for other programs: {@link pagelife.reports.traces.ItfFormat} for tools of TLA+ and Quint,
 * {@link pagelife.reports.traces.MermaidFormat} and {@link pagelife.reports.traces.DotFormat} for diagrams,
 * {@link pagelife.reports.traces.PerfettoFormat} for the trace viewers of browsers.
 */
package pagelife.reports.traces;
