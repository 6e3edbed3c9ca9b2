/** What must be true: properties, and the catalogue of specs with the verdicts we expect. */
module pagelife.specs {
    requires transitive pagelife.models;
    requires java.compiler;
    requires org.tukaani.xz;
    requires static net.jqwik.api;

    exports pagelife.specs;
    exports pagelife.specs.arbitrary;
    exports pagelife.specs.catalogue;
    exports pagelife.specs.bench;
    exports pagelife.specs.claims;
    exports pagelife.specs.devdax;
    exports pagelife.specs.entrylock;
    exports pagelife.specs.fsdax;
    exports pagelife.specs.ftrace;
    exports pagelife.specs.fuzz;
    exports pagelife.specs.gup;
    exports pagelife.specs.kept;
    exports pagelife.specs.layouts;
    exports pagelife.specs.ledger;
    exports pagelife.specs.litmus;
    exports pagelife.specs.matrix;
    exports pagelife.specs.migrate;
    exports pagelife.specs.observe;
    exports pagelife.specs.own;
    exports pagelife.specs.mutants;
    exports pagelife.specs.pagefree;
    exports pagelife.specs.reach;
    exports pagelife.specs.share;
    exports pagelife.specs.stride;
    exports pagelife.specs.tails;
    exports pagelife.specs.teardown;
    exports pagelife.specs.threads;
    exports pagelife.specs.sweep;
    exports pagelife.specs.twins;
    exports pagelife.specs.waitwake;
    exports pagelife.specs.workloads;

    uses pagelife.specs.FamilySpecs;
    uses pagelife.specs.own.Study;
}
