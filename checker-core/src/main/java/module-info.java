/** The checker: models made of cells and steps, properties, the search, results. Knows nothing of pages. */
module pagelife.checker {
    requires transitive com.google.common;
    requires transitive io.vavr;
    requires transitive org.jgrapht.core;

    exports pagelife.checker;
    exports pagelife.checker.explain;
    exports pagelife.checker.graph;
    exports pagelife.checker.ltl;
    exports pagelife.checker.model;
    exports pagelife.checker.naive;
    exports pagelife.checker.observe;
    exports pagelife.checker.property;
    exports pagelife.checker.result;
    exports pagelife.checker.search;
    exports pagelife.checker.simulate;
    exports pagelife.checker.symmetry;
    exports pagelife.checker.value;
    exports pagelife.checker.views;
}
