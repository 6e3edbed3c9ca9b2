package pagelife.reports.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pagelife.reports.BenchReport.Machine;

/** Looks at the machine on which the measurements are made. */
final class Here {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Here() {}

    /** The machine, with this version of Spin; empty without it. */
    static Machine machine(String spin) {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return new Machine(
                nameOfProcessor(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.version") + " "
                        + String.join(
                                " ",
                                options.stream()
                                        .filter(option -> option.startsWith("-X") && option.indexOf('/') < 0)
                                        .toList()),
                spin);
    }

    private static String nameOfProcessor() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch"); // no Linux
        }
    }
}
