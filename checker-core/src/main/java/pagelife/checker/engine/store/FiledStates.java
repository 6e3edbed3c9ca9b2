package pagelife.checker.engine.store;

/** States in a file: reading them in the order of their numbers is reading it from its beginning to its end. */
final class FiledStates extends PackedStates {
    /** Pages in memory: states are read in order, but for those of a counterexample. */
    private static final int FRAMES = 1 << 6;

    private final Pages pages;

    FiledStates(Levels levels, Vault vault) {
        super(levels.words());
        this.pages = vault.pages("states", levels.words(), FRAMES);
        for (int depth = 0; depth < levels.count(); depth++) {
            levels.visit(depth, this::add);
        }
    }

    private void add(long[] packed, int from, int to) {
        for (int position = from; position < to; position++) {
            pages.add(packed, position * words());
        }
    }

    @Override
    public int size() {
        return (int) pages.records();
    }

    @Override
    public long[] chunkOf(int number) {
        return pages.arrayOf(number);
    }

    @Override
    public int offsetOf(int number) {
        return pages.offsetOf(number);
    }
}
