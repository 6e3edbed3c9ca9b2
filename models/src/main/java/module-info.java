/** What can happen: the vocabulary of pages, and one package per protocol family. Makes no claims. */
module pagelife.models {
    requires transitive pagelife.checker;

    exports pagelife.models;
    exports pagelife.models.bench;
    exports pagelife.models.devdax;
    exports pagelife.models.entrylock;
    exports pagelife.models.fsdax;
    exports pagelife.models.gup;
    exports pagelife.models.kernel;
    exports pagelife.models.layouts;
    exports pagelife.models.migrate;
    exports pagelife.models.page;
    exports pagelife.models.pagefree;
    exports pagelife.models.parts;
    exports pagelife.models.share;
    exports pagelife.models.stride;
    exports pagelife.models.tails;
    exports pagelife.models.teardown;
    exports pagelife.models.waitwake;
}
