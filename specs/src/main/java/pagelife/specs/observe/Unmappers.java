package pagelife.specs.observe;

import java.util.HashSet;
import java.util.Set;
import pagelife.specs.ftrace.TraceEvent;

/**
 * Who unmaps a file wherever it is mapped, as a truncate does, and so unmaps what others have mapped. Mutable; one
 * thread's own.
 */
final class Unmappers {
    /** What an unmapping consists of. */
    private static final Set<String> WITHIN = Set.of(
            "unmap_mapping_range",
            "unmap_mapping_pages",
            "unmap_page_range",
            "zap_vma_range",
            "folio_remove_rmap_ptes",
            "folios_put_refs",
            "folio_put_slow",
            "put_devmap_managed",
            "free_zone_device_folio",
            "free_zone_device_page",
            "wake_up_var");

    private final Set<Integer> pids = new HashSet<>();

    void accept(TraceEvent event) {
        int pid = event.task().pid();
        if (event.name().startsWith("unmap_mapping_")) {
            pids.add(pid);
        } else if (!WITHIN.contains(event.name())
                && !event.name().startsWith("page_ref_")
                && !event.name().startsWith("sched_")
                && !event.interrupt()) {
            pids.remove(pid);
        }
    }

    boolean contains(int pid) {
        return pids.contains(pid);
    }
}
