/** What must be true: properties, and the catalogue of specs with the verdicts we expect. */
module pagelife.specs {
    requires transitive pagelife.models;

    exports pagelife.specs;
    exports pagelife.specs.fsdax;
}
