package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;

/**
 * {@code struct dev_pagemap}: its percpu reference, and whether the memory map is there that goes with it. The reference
 * starts at 1, has one more for every page where the era says so, and the first one is dropped when it is killed. What
 * the kernel calls to change it is {@code PercpuRef} in the package of its primitives.
 *
 * @param life where it is in its life
 * @param refs its references
 */
public record Pagemap(Life life, int refs) implements InParts {
    /** The life of a pagemap. */
    public enum Life {
        /** References can be taken. */
        LIVE,
        /** After {@code percpu_ref_kill}: none can be taken any more, those out there drain. */
        DYING,
        /** The memory map and the linear map are torn down: the struct pages are freed memory. */
        GONE
    }

    /** Its percpu reference, as something that is counted: a model has one pagemap. */
    public enum Id implements Counted {
        /** The pagemap. */
        PAGEMAP;

        @Override
        public String toString() {
            return "pagemap";
        }
    }

    /** A live pagemap with a reference for each of {@code pages} beside its first one. */
    public static Pagemap live(int pages) {
        return new Pagemap(Life.LIVE, 1 + pages);
    }

    /** Whether {@code percpu_ref_tryget_live} succeeds. */
    public boolean isLive() {
        return life == Life.LIVE;
    }

    /** Whether its struct pages are freed memory. */
    public boolean isGone() {
        return life == Life.GONE;
    }

    /** This pagemap when its reference counts {@code count}, killed or not. */
    public Pagemap refer(int count, boolean killed) {
        return new Pagemap(isGone() ? Life.GONE : killed ? Life.DYING : Life.LIVE, count);
    }

    /** The memory map and the linear map are removed. */
    public Pagemap remove() {
        return new Pagemap(Life.GONE, refs);
    }

    @Override
    public Seq<String> parts() {
        return Vector.of(life.toString(), "refs " + refs);
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
