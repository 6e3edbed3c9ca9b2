/**
 * Recordings of the kernel's event tracer, read line by line: {@link pagelife.specs.ftrace.TraceFile} opens one and
 * hands its {@link pagelife.specs.ftrace.TraceEvent}s on, as they come. Knows the layouts of {@code trace},
 * {@code trace_pipe} and {@code trace-cmd report}; knows nothing of models.
 */
package pagelife.specs.ftrace;
