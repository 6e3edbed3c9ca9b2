/** Says results to the reader, and owns the command line. */
module pagelife.reports {
    requires transitive pagelife.specs;
    requires transitive com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.management;
    requires jdk.httpserver;
    requires java.xml;
    requires org.jgrapht.io;
    requires static org.junit.jupiter.api;

    exports pagelife.reports;
    exports pagelife.reports.ask;
    exports pagelife.reports.ci;
    exports pagelife.reports.explore;
    exports pagelife.reports.format;
    exports pagelife.reports.html;
    exports pagelife.reports.json;
    exports pagelife.reports.junit;
    exports pagelife.reports.outcome;
    exports pagelife.reports.page;
    exports pagelife.reports.text;
    exports pagelife.reports.told;
    exports pagelife.reports.traces;
}
