/** Says results to the reader, and owns the command line. */
module pagelife.reports {
    requires transitive pagelife.specs;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires org.jgrapht.io;

    // Both libraries fill and read objects by reflection.
    opens pagelife.reports.cli to
            info.picocli;
}
