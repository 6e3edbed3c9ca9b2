package pagelife.specs.observe;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.specs.ftrace.TraceException;

/**
 * Finds which frames are pages of the file, at which place and when. Mutable; one thread's own.
 *
 * <p>It keeps what was seen until all is seen, since a list of the file's frames may come last.
 */
final class FrameFinder {
    /** No number of a frame. */
    private static final long NO_FRAME = -1;

    /** More places than any model should have. */
    private static final int MOST_PLACES = 256;

    /** What was seen of a frame or a place. */
    private sealed interface Seen {
        /** A fault maps a frame at a place; lines since {@code since} are about that. */
        record Mapped(long frame, long place, long since) implements Seen {}

        /** A fault maps the zero page at a place. */
        record Hole(long place) implements Seen {}

        /** A frame counts. */
        record Counted(long frame, long count, boolean ours) implements Seen {}

        /** The entry of a place was deleted. */
        record Deleted(long place) implements Seen {}

        /** The entry of a frame was deleted. */
        record Reset(long frame) implements Seen {}

        /** The blocks from one place to another were freed. */
        record Freed(long from, long to) implements Seen {}
    }

    private final List<Long> listed = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    /** Takes the pages of the file from a list, {@code 0x41819 0x4181a}, unless they are known. */
    void listed(String pfns) {
        if (!listed.isEmpty()) {
            return;
        }
        for (String word : pfns.trim().split(" +")) {
            if (word.matches("0x[0-9a-f]{1,15}")) {
                listed.add(Long.parseLong(word.substring(2), 16));
            }
        }
    }

    boolean isListed(long frame) {
        return listed.contains(frame);
    }

    boolean hasList() {
        return !listed.isEmpty();
    }

    /** How many frames the list has. */
    int listed() {
        return listed.size();
    }

    /** A fault maps a frame; the first line of it that is about the frame is {@code since}. */
    void mapped(long frame, long place, long since) {
        seen.add(new Seen.Mapped(frame, place, since));
    }

    /** A fault maps the zero page. */
    void hole(long place) {
        seen.add(new Seen.Hole(place));
    }

    /**
     * A count of a frame.
     *
     * @param ours whether it is known to be of the file
     */
    void counted(long frame, long count, boolean ours) {
        seen.add(new Seen.Counted(frame, count, ours));
    }

    void deleted(long place) {
        seen.add(new Seen.Deleted(place));
    }

    /** The entry of whatever place a frame is at was deleted. */
    void reset(long frame) {
        seen.add(new Seen.Reset(frame));
    }

    /** The blocks of places were freed, both ends included. */
    void freed(long from, long to) {
        seen.add(new Seen.Freed(from, to));
    }

    /** What was found, where a page that nobody uses counts {@code idle}. */
    Found found(int idle) {
        Start start = start();
        Places places = new Places(Vector.ofAll(start.frames().keySet()));
        if (places.size() > MOST_PLACES) {
            throw new TraceException("uses " + places.size() + " pages of a file, and at most " + MOST_PLACES
                    + " are taken in: record a test that uses fewer");
        }
        return new Found(
                places,
                new Settling(places, start, idle).frames(seen),
                Vector.ofAll(start.holes()).flatMap(places::index),
                present());
    }

    /**
     * What was found.
     *
     * @param holes the places that had no block at first
     * @param present the offsets of pages that had a DAX entry at first, as far as lines about entries say
     */
    record Found(Places places, Frames frames, Vector<Index> holes, Set<Long> present) {}

    /**
     * How the file was at first.
     *
     * @param frames the frame at each place, in the order of the places; none where it is not known, or there is none
     * @param holes the places that had no block
     */
    private record Start(TreeMap<Long, Option<Long>> frames, TreeSet<Long> holes) {}

    private Start start() {
        Start start = new Start(new TreeMap<>(), new TreeSet<>());
        for (int i = 0; i < listed.size(); i++) {
            start.frames().put((long) i, Option.some(listed.get(i)));
        }
        Set<Long> known = new TreeSet<>(listed);
        for (Seen one : seen) {
            if (one instanceof Seen.Mapped mapped) {
                begin(start, mapped.place(), Option.some(mapped.frame()).filter(known::add));
            } else if (one instanceof Seen.Hole hole) {
                begin(start, hole.place(), Option.none());
            } else if (one instanceof Seen.Deleted deleted) {
                start.frames().putIfAbsent(deleted.place(), Option.none());
            }
        }
        if (listed.isEmpty()) {
            addCounted(start, known);
        }
        return start;
    }

    /** What is first seen of a place: a frame that was nowhere else before, or that it has none. */
    private static void begin(Start start, long place, Option<Long> frame) {
        if (start.frames().putIfAbsent(place, frame) == null && frame.isEmpty()) {
            start.holes().add(place);
        }
    }

    /** Frames of the file that no fault maps: whoever pinned them did so before. Where they are does not matter. */
    private void addCounted(Start start, Set<Long> known) {
        long place = 0;
        for (Seen one : seen) {
            if (one instanceof Seen.Counted counted && counted.ours() && known.add(counted.frame())) {
                while (start.frames().containsKey(place)) {
                    place++;
                }
                start.frames().put(place, Option.some(counted.frame()));
            }
        }
    }

    /** Places whose entry was there: deleted before anybody made one, or mapped before any was deleted. */
    private Set<Long> present() {
        Set<Long> present = new TreeSet<>();
        Set<Long> known = new TreeSet<>();
        Map<Long, Long> places = new HashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            places.put(listed.get(i), (long) i);
        }
        boolean anyDeleted = false;
        for (Seen one : seen) {
            if (one instanceof Seen.Mapped mapped) {
                places.put(mapped.frame(), mapped.place());
                if (known.add(mapped.place()) && !anyDeleted) {
                    present.add(mapped.place());
                }
            } else if (one instanceof Seen.Reset reset && places.containsKey(reset.frame())) {
                anyDeleted = true;
                if (known.add(places.get(reset.frame()))) {
                    present.add(places.get(reset.frame()));
                }
            } else if (one instanceof Seen.Hole hole) {
                known.add(hole.place());
            } else if (one instanceof Seen.Deleted deleted) {
                anyDeleted = true;
                if (known.add(deleted.place())) {
                    present.add(deleted.place());
                }
            }
        }
        return present;
    }

    /** Gives each frame a page, in the order of the lines. */
    private static final class Settling {
        private final Places places;
        private final int idle;
        private final Vector<Option<Long>> first;
        private final Map<Long, Long> file = new HashMap<>();
        private final Map<Long, Long> counts = new HashMap<>();
        private final Map<Long, List<Frames.Tenure>> tenures = new LinkedHashMap<>();
        /** The frame that each page is; one that never was is that of a place that is not known. */
        private final List<Option<Long>> tenants = new ArrayList<>();

        Settling(Places places, Start start, int idle) {
            this.places = places;
            this.idle = idle;
            this.first = Vector.ofAll(start.frames().values());
            for (int i = 0; i < first.size(); i++) {
                long place = places.all().get(i);
                tenants.add(start.holes().contains(place) ? Option.none() : Option.some(NO_FRAME));
                for (long frame : first.get(i)) {
                    file.put(place, frame);
                    tenants.set(i, Option.some(frame));
                    tenures.put(frame, begun(0, i, new Index(i)));
                }
            }
        }

        Frames frames(List<Seen> seen) {
            for (Seen one : seen) {
                if (one instanceof Seen.Mapped mapped) {
                    map(mapped);
                } else if (one instanceof Seen.Counted counted) {
                    counts.put(counted.frame(), counted.count());
                } else if (one instanceof Seen.Freed freed) {
                    file.keySet().removeIf(place -> place >= freed.from() && place <= freed.to());
                }
            }
            return new Frames(
                    io.vavr.collection.HashMap.ofAll(tenures).mapValues(Vector::ofAll),
                    first,
                    tenants.size() - first.size());
        }

        private void map(Seen.Mapped mapped) {
            if (Long.valueOf(mapped.frame()).equals(file.get(mapped.place()))) {
                return;
            }
            file.put(mapped.place(), mapped.frame());
            Index place = places.index(mapped.place()).get();
            settle(mapped.frame(), page(mapped.frame()), mapped.since(), place);
        }

        /** The page that the frame is still, or one that nobody uses, or another one. */
        private int page(long frame) {
            int own = tenants.indexOf(Option.some(frame));
            if (own >= 0) {
                return own;
            }
            for (int page = 0; page < tenants.size(); page++) {
                if (tenants.get(page).forAll(this::isUnused)) {
                    return page;
                }
            }
            tenants.add(Option.none());
            return tenants.size() - 1;
        }

        private boolean isUnused(long frame) {
            return frame != NO_FRAME && !file.containsValue(frame) && counts.getOrDefault(frame, (long) idle) == idle;
        }

        private void settle(long frame, int page, long since, Index place) {
            for (long before : tenants.get(page)) {
                List<Frames.Tenure> all = tenures.get(before);
                all.set(all.size() - 1, all.get(all.size() - 1).until(since));
            }
            tenants.set(page, Option.some(frame));
            tenures.computeIfAbsent(frame, none -> new ArrayList<>()).addAll(begun(since, page, place));
        }

        private static List<Frames.Tenure> begun(long since, int page, Index place) {
            return new ArrayList<>(List.of(new Frames.Tenure(since, Long.MAX_VALUE, new PageId(page), place)));
        }
    }
}
