package pagelife.reports.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * On what the measurements were made.
 *
 * @param processor the processor, as Linux names it
 * @param cores how many cores there are
 * @param load how many threads wanted to run, on average, in the minute before: above 0 the machine was shared
 * @param system the operating system
 * @param java the Java and its options
 * @param spin the version of Spin; empty without it
 */
record Machine(String processor, int cores, double load, String system, String java, String spin) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here(String spin) {
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
