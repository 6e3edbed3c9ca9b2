package pagelife.specs.observe;

/** Values in events that mean something: include/linux/mm_types.h {@code vm_fault_reason}, include/linux/errno.h. */
final class Fields {
    /** {@code VM_FAULT_NOPAGE}: the fault has set the entry. */
    static final long NOPAGE = 0x100;

    /** {@code VM_FAULT_FALLBACK}: a fault tries a smaller size next. */
    static final long FALLBACK = 0x800;

    /** {@code FAULT_FLAG_WRITE}. */
    static final long WRITE = 1;

    /** {@code FAULT_FLAG_REMOTE}: of another address space. */
    static final long REMOTE_FAULT = 0x80;

    /** {@code FOLL_REMOTE} of kernels to 6.2: include/linux/mm.h. */
    static final long REMOTE_BEFORE_6_3 = 0x2000;

    /** {@code FOLL_REMOTE} from 6.3 on: mm/internal.h. */
    static final long REMOTE = 0x40000;

    /** {@code FOLL_PIN} of kernels to 6.2: include/linux/mm.h. */
    static final long PIN_BEFORE_6_3 = 0x40000;

    /** {@code FOLL_PIN} from 6.3 on: include/linux/mm_types.h. */
    static final long PIN = 0x80000;

    /** {@code FOLL_LONGTERM} from 6.3 on; before that it is refused before anything is counted. */
    static final long LONGTERM = 0x100;

    /** {@code GUP_PIN_COUNTING_BIAS}. */
    static final int BIAS = 1024;

    private Fields() {}
}
