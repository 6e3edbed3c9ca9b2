/** Says results to the reader, and owns the command line. */
module pagelife.reports {
    requires transitive pagelife.specs;
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires java.management;
    requires org.jgrapht.io;

    exports pagelife.reports;
    exports pagelife.reports.json;
    exports pagelife.reports.page;
    exports pagelife.reports.text;
}
