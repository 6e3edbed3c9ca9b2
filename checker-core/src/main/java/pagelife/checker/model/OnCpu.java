package pagelife.checker.model;

import io.vavr.control.Option;

/**
 * That steps are taken on a CPU.
 *
 * @param cpu the CPU
 * @param handles whether they are an interrupt handler
 */
record OnCpu(Cpu cpu, boolean handles) {
    /** A step that is taken only when it may be. */
    BodyOf<Object> guarding(BodyOf<Object> code) {
        return handles
                ? (now, carried) -> handle(now, carried, code)
                : (now, carried) -> {
                    now.await(now.read(cpu.cell()).admits(now.task()));
                    code.take(now, carried);
                };
    }

    private void handle(Now now, Object carried, BodyOf<Object> code) {
        Cpu.Use use = now.read(cpu.cell());
        now.await(use.admitsHandler(now.task()));
        code.take(now, carried);
        // What the handler itself has changed of the CPU counts; written last, since a step tests before it writes.
        Cpu.Use after = now.read(cpu.cell());
        Option<String> handler = now.leaves() ? Option.none() : Option.some(now.task());
        if (!after.handler().equals(handler)) {
            now.write(cpu.cell(), new Cpu.Use(after.keeper(), after.depth(), after.interruptsOff(), handler));
        }
    }
}
