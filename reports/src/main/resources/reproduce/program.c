//! HEAD
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
//? slow
#include <linux/userfaultfd.h>
#include <poll.h>
#include <semaphore.h>
#include <sys/eventfd.h>
//.
//? slow fast longterm
#include <sys/uio.h>
//.
//? longterm
#include <linux/io_uring.h>
//.
//? direct
#include <linux/aio_abi.h>
#include <linux/fs.h>
//.
//? slow direct
#include <sys/ioctl.h>
//.

//! SIZES

#ifndef STATX_ATTR_DAX
#define STATX_ATTR_DAX	0x00200000	/* <linux/stat.h>, from 5.8 on */
#endif

#define PAGE		4096
#define HUGE_PAGE	(2UL << 20)
#define LONGEST_PATH	512

enum op { READ, WRITE, PIN, UNPIN, MUNMAP, MADVISE, MMAP, TRUNCATE, PUNCH, INVALIDATE, WRITEBACK, EVICT, REMOVE, POISON, OPS };

static const char *const op_names[OPS] = {
	"read", "write", "pin", "unpin", "munmap", "madvise", "mmap", "ftruncate", "punch", "pwrite",
	"writeback", "close+unlink", "unbind", "hwpoison",
};

/*
 * How an operation ended. GONE is an answer of the kernel, too: a page beyond
 * the end of the file, an address that is unmapped. UNABLE is a kernel or a
 * file system without the call, or a missing permission.
 */
enum end { DONE, GONE, UNABLE, FAILED, ENDS };

static unsigned long ends[OPS][ENDS];

//? pin
enum way { SLOW, FAST, DIRECT, LONGTERM };

/* A pin that a task may take, with all that it needs: nothing is set up while the tasks run. */
struct pin {
	int held;
	enum way way;
	int mm;
	int index;
//? fast
	int pipe[2];
//.
//? slow
	int faults;		/* the userfaultfd that holds process_vm_readv() */
	int returned;		/* an eventfd: process_vm_readv() has returned */
	sem_t go;
	char *buffer;		/* where it copies to, and stops */
	char *from;
	ssize_t rc;
	int error;
	pthread_t reader;
//.
//? longterm
	int ring;
	int no_ring;		/* why there is none */
//.
//? direct
	aio_context_t io;
	int written;		/* the device was done at once: nothing is held any more */
//.
};
//.

struct task {
	const char *name;
	void (*run)(struct task *task);
//? pin
	struct pin pins[PINS];
	int order[PINS];	/* the pins that it holds, the last one last */
	int held;
//.
	pthread_t thread;
	pid_t tid;
	unsigned int seed;
	int finished;
	const char *doing;
};

struct map {
	char *at;
	int there;
};

static struct map maps[MMS];
static int files[FILES];
static char paths[FILES][LONGEST_PATH];
static size_t step = PAGE;
static size_t size;
static int is_device;
static unsigned long loops = 1;
static unsigned int jitter = 20;
static unsigned int patience = 5;
//? loop
static unsigned long turns = 100;
//.
//? direct
static const char *direct_path;
static const char *freeze_path;
static int direct = -1;
static int frozen = -1;
//.
//? remove
static const char *device;
static char unbind_path[LONGEST_PATH + 16];
static char bind_path[LONGEST_PATH + 16];
static const char *device_name;
static int removed;
//.
//? poison
static int may_poison;
//.
static int trace_marker = -1;
static int tracing_on = -1;

static pthread_barrier_t start;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t somebody_finished = PTHREAD_COND_INITIALIZER;
static int over;

/* Who does what is done before the tasks begin. */
static struct task before = { .name = "setup" };

static __thread sigjmp_buf *volatile on_fault;
static __thread volatile sig_atomic_t fault_signal;

static void __attribute__((format(printf, 1, 2))) say(const char *format, ...)
{
	char line[1024];
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(line, sizeof(line) - 1, format, args);
	va_end(args);
	if (length < 0)
		return;
	if ((size_t)length > sizeof(line) - 2)
		length = sizeof(line) - 2;
	line[length++] = '\n';
	if (write(STDOUT_FILENO, line, length) != length)
		over = 1;
}

static void __attribute__((format(printf, 1, 2), noreturn)) die(const char *format, ...)
{
	char line[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	say("FAILED: %s", line);
	_exit(1);
}

/* A line of the trace, as the tracer prints it: "tracing_mark_write: KT: ..." */
static void __attribute__((format(printf, 1, 2))) mark(const char *format, ...)
{
	char line[512];
	va_list args;
	int length;

	if (trace_marker < 0)
		return;
	va_start(args, format);
	length = vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	if (length <= 0)
		return;
	if ((size_t)length >= sizeof(line))
		length = sizeof(line) - 1;
	if (write(trace_marker, line, length) < 0 && trace_marker >= 0) {
		trace_marker = -1;
		say("FAILED: the trace marker cannot be written: %s", strerror(errno));
		__atomic_add_fetch(&ends[READ][FAILED], 1, __ATOMIC_RELAXED);
	}
}

static void trace(int on)
{
	if (tracing_on >= 0 && pwrite(tracing_on, on ? "1" : "0", 1, 0) != 1)
		die("tracing_on cannot be written: %s", strerror(errno));
}

/* Waits for up to so many microseconds, without going to sleep. */
static void wait_a_little(struct task *task)
{
	struct timespec now, end;
	long wait = jitter ? rand_r(&task->seed) % (jitter + 1) : 0;

	if (!wait)
		return;
	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_nsec += wait * 1000;
	end.tv_sec += end.tv_nsec / 1000000000;
	end.tv_nsec %= 1000000000;
	do {
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (now.tv_sec < end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec < end.tv_nsec));
}

static void __attribute__((format(printf, 3, 4))) begin(struct task *task, enum op op, const char *format, ...)
{
	char what[256];
	va_list args;

	wait_a_little(task);
	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	__atomic_store_n(&task->doing, op_names[op], __ATOMIC_RELAXED);
	mark("KT: op=%s begin task=%s %s tid=%d", op_names[op], task->name, what, (int)task->tid);
}

/* What an error of a call is: most of them are what the kernel should say. */
static enum end end_of(int error)
{
	switch (error) {
	case 0:
		return DONE;
	case EFAULT:
	case ENOMEM:
	case ENXIO:
	case EIO:
	case EBADF:
	case ENODEV:
		return GONE;
	case EPERM:
	case EACCES:
	case ENOSYS:
	case EOPNOTSUPP:
	case EINVAL:
	case EBUSY:
		return UNABLE;
	default:
		return FAILED;
	}
}

/* The first of each end of each operation is told, all are counted. */
static void end(struct task *task, enum op op, enum end how, const char *reason)
{
	unsigned long before = __atomic_fetch_add(&ends[op][how], 1, __ATOMIC_RELAXED);

	if (how >= UNABLE && !before)
		say("%s: %s %s: %s", task->name, op_names[op], how == UNABLE ? "cannot be done here" : "FAILED", reason);
	mark("KT: op=%s end task=%s %s tid=%d", op_names[op], task->name, how == DONE ? "done" : reason, (int)task->tid);
}

/* Ends an operation that returned this; negative with errno for an error. */
static void __attribute__((unused)) end_call(struct task *task, enum op op, ssize_t rc)
{
	int error = rc < 0 ? errno : 0;

	end(task, op, end_of(error), strerror(error));
}

static char *address(int mm, int index)
{
//? devdax
	/* index is a page of ALIGN pages in the model, and the first pages of 2M here */
	if (is_device)
		return maps[mm].at + index / ALIGN * HUGE_PAGE + index % ALIGN * PAGE;
//.
	return maps[mm].at + index * step;
}

static void on_signal(int signal, siginfo_t *info, void *context)
{
	(void)info;
	(void)context;
	if (!on_fault) {
		static const char said[] = "FAILED: a signal that no access of a task raised\n";

		if (write(STDOUT_FILENO, said, sizeof(said) - 1) < 0)
			_exit(3);
		_exit(1);
	}
	fault_signal = signal;
	siglongjmp(*on_fault, 1);
}

//? choose
/* Any number below this one. */
static unsigned int choose(struct task *task, unsigned int most)
{
	return rand_r(&task->seed) % most;
}
//.

//? access
/* SIGBUS is a page beyond the end of the file, SIGSEGV an address that is not mapped. */
static void access_page(struct task *task, enum op op, int mm, int index)
{
	volatile char *at = address(mm, index);
	sigjmp_buf back;

	begin(task, op, "mm%d page=%d addr=%p", mm, index, (void *)at);
	if (!__atomic_load_n(&maps[mm].there, __ATOMIC_ACQUIRE)) {
		end(task, op, GONE, "unmapped");
		return;
	}
	if (sigsetjmp(back, 1)) {
		on_fault = NULL;
		end(task, op, GONE, fault_signal == SIGBUS ? "SIGBUS" : "SIGSEGV");
		return;
	}
	on_fault = &back;
	if (op == WRITE)
		*at = 'w';
	else
		(void)*at;
	on_fault = NULL;
	end(task, op, DONE, "");
}
//.

//? read touch
static void op_read(struct task *task, int mm, int index)
{
	access_page(task, READ, mm, index);
}
//.

//? write touch
static void op_write(struct task *task, int mm, int index)
{
	access_page(task, WRITE, mm, index);
}
//.

//? touch
static void op_touch(struct task *task, int mm, int index)
{
	if (choose(task, 2))
		op_read(task, mm, index);
	else
		op_write(task, mm, index);
}
//.

//? around
static void op_touch_around(struct task *task, int mm, int index)
{
	op_touch(task, mm, index / ALIGN * ALIGN + (int)choose(task, ALIGN));
}
//.

//? fast
/* FOLL_GET, by GUP-fast where the page is mapped: +1 until the pipe is read. */
static int take_fast(struct pin *pin, char *at)
{
	struct iovec page = { .iov_base = at, .iov_len = PAGE };

	return vmsplice(pin->pipe[1], &page, 1, SPLICE_F_NONBLOCK) < 0 ? errno : 0;
}

static int drop_fast(struct pin *pin)
{
	char sink[PAGE];

	return read(pin->pipe[0], sink, sizeof(sink)) < 0 ? errno : 0;
}

static int prepare_fast(struct pin *pin)
{
	return pipe2(pin->pipe, O_CLOEXEC | O_NONBLOCK) ? errno : 0;
}
//.

//? slow
/*
 * FOLL_PIN, by the slow path: process_vm_readv() pins the page, and copies to a
 * page whose fault waits in userfaultfd. There it stays until the pin is dropped.
 */
static void *read_on(void *argument)
{
	struct pin *pin = argument;
	uint64_t one = 1;

	pthread_setname_np(pthread_self(), "kt-reader");
	for (;;) {
		struct iovec to = { .iov_base = pin->buffer, .iov_len = PAGE };
		struct iovec from;

		while (sem_wait(&pin->go))
			;
		from.iov_base = pin->from;
		from.iov_len = PAGE;
		pin->rc = process_vm_readv(getpid(), &to, 1, &from, 1, 0);
		pin->error = pin->rc < 0 ? errno : 0;
		if (write(pin->returned, &one, sizeof(one)) != sizeof(one))
			die("an eventfd cannot be written: %s", strerror(errno));
	}
	return NULL;
}

static int wait_for_reader(struct pin *pin)
{
	uint64_t count;

	while (read(pin->returned, &count, sizeof(count)) < 0) {
		if (errno != EINTR)
			return errno;
	}
	return pin->error;
}

static int take_slow(struct pin *pin, char *at)
{
	struct pollfd either[2] = {
		{ .fd = pin->faults, .events = POLLIN },
		{ .fd = pin->returned, .events = POLLIN },
	};
	struct uffd_msg message;
	int error;

	if (pin->faults < 0)
		return pin->error;
	pin->from = at;
	sem_post(&pin->go);
	while (poll(either, 2, -1) < 0) {
		if (errno != EINTR)
			return errno;
	}
	if (either[1].revents) {
		error = wait_for_reader(pin);
		return error ? error : EPROTO;	/* it has copied: nothing held it */
	}
	return read(pin->faults, &message, sizeof(message)) < 0 ? errno : 0;
}

static int drop_slow(struct pin *pin)
{
	struct uffdio_zeropage zero = { .range = { .start = (uintptr_t)pin->buffer, .len = PAGE } };
	int error;

	if (ioctl(pin->faults, UFFDIO_ZEROPAGE, &zero))
		return errno;
	error = wait_for_reader(pin);
	if (madvise(pin->buffer, PAGE, MADV_DONTNEED))
		return errno;
	return error;
}

static int open_userfaultfd(void)
{
	int control = open("/dev/userfaultfd", O_RDWR | O_CLOEXEC);
	int flags = O_CLOEXEC | O_NONBLOCK;	/* poll() of a blocking one is an error */
	int made;

	if (control < 0)
		return syscall(SYS_userfaultfd, flags);
#ifdef USERFAULTFD_IOC_NEW
	made = ioctl(control, USERFAULTFD_IOC_NEW, flags);
#else
	made = syscall(SYS_userfaultfd, flags);
#endif
	close(control);
	return made;
}

static int prepare_slow(struct pin *pin)
{
	struct uffdio_api api = { .api = UFFD_API };
	static int said;
	struct uffdio_register holding = { .mode = UFFDIO_REGISTER_MODE_MISSING };

	pin->faults = open_userfaultfd();
	if (pin->faults < 0) {
		pin->error = errno;
		if (__atomic_fetch_add(&said, 1, __ATOMIC_RELAXED))
			return 0;
		say("userfaultfd: %s: a pin by process_vm_readv() cannot be held; be root, or set vm.unprivileged_userfaultfd to 1",
		    strerror(pin->error));
		return 0;
	}
	pin->buffer = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (pin->buffer == MAP_FAILED || ioctl(pin->faults, UFFDIO_API, &api))
		return errno;
	holding.range.start = (uintptr_t)pin->buffer;
	holding.range.len = PAGE;
	if (ioctl(pin->faults, UFFDIO_REGISTER, &holding))
		return errno;
	pin->returned = eventfd(0, EFD_CLOEXEC);
	if (pin->returned < 0 || sem_init(&pin->go, 0, 0))
		return errno;
	return pthread_create(&pin->reader, NULL, read_on, pin);
}
//.

//? direct
/* A page that is not there is told at the end of the write, which comes at once then. */
static int ended_at_once(struct pin *pin)
{
	struct timespec none = { 0 };
	struct io_event event;

	pin->written = syscall(SYS_io_getevents, pin->io, 0, 1, &event, &none) == 1;
	return pin->written && event.res < 0 ? (int)-event.res : 0;
}

/*
 * A pin of direct I/O: a write from the mapping, which the device has not done
 * yet: FOLL_GET on 6.1.192, FOLL_PIN on 7.2.13. -z freezes the file system
 * below a loop device until the pin is dropped; without it the pin ends when
 * the device has written.
 */
static int take_direct(struct pin *pin, char *at)
{
	struct iocb write_page = {
		.aio_lio_opcode = IOCB_CMD_PWRITE,
		.aio_fildes = direct,
		.aio_buf = (uintptr_t)at,
		.aio_nbytes = PAGE,
	};
	struct iocb *all[1] = { &write_page };
	int error;

	if (direct < 0)
		return EOPNOTSUPP;
	if (frozen >= 0 && ioctl(frozen, FIFREEZE, 0) && errno != EBUSY)
		return errno;
	if (syscall(SYS_io_submit, pin->io, 1, all) != 1)
		error = errno;
	else
		error = ended_at_once(pin);
	if (error && frozen >= 0)
		ioctl(frozen, FITHAW, 0);
	return error;
}

static int drop_direct(struct pin *pin)
{
	struct io_event event;

	if (frozen >= 0 && ioctl(frozen, FITHAW, 0) && errno != EINVAL)
		return errno;
	while (!pin->written && syscall(SYS_io_getevents, pin->io, 1, 1, &event, NULL) != 1) {
		if (errno != EINTR)
			return errno;
	}
	return !pin->written && event.res < 0 ? (int)-event.res : 0;
}

static int prepare_direct(struct pin *pin)
{
	if (!syscall(SYS_io_setup, 1, &pin->io))
		return 0;
	say("io_setup: %s: no direct I/O can be in flight", strerror(errno));
	direct = -1;
	return 0;
}
//.

//? longterm
/* FOLL_LONGTERM: a buffer that is registered with io_uring. Files of FS-DAX are refused, which is an answer. */
static int take_longterm(struct pin *pin, char *at)
{
	struct iovec page = { .iov_base = at, .iov_len = PAGE };

	if (pin->ring < 0)
		return pin->no_ring;
	return syscall(SYS_io_uring_register, pin->ring, IORING_REGISTER_BUFFERS, &page, 1) < 0 ? errno : 0;
}

static int drop_longterm(struct pin *pin)
{
	return syscall(SYS_io_uring_register, pin->ring, IORING_UNREGISTER_BUFFERS, NULL, 0) < 0 ? errno : 0;
}

static int prepare_longterm(struct pin *pin)
{
	struct io_uring_params params = { 0 };

	pin->ring = syscall(SYS_io_uring_setup, 1, &params);
	pin->no_ring = pin->ring < 0 ? errno : 0;
	return 0;
}
//.

//? pin
static int take(struct pin *pin, char *at)
{
	switch (pin->way) {
//? slow
	case SLOW:
		return take_slow(pin, at);
//.
//? fast
	case FAST:
		return take_fast(pin, at);
//.
//? direct
	case DIRECT:
		return take_direct(pin, at);
//.
//? longterm
	case LONGTERM:
		return take_longterm(pin, at);
//.
	default:
		return EOPNOTSUPP;
	}
}

static int drop(struct pin *pin)
{
	switch (pin->way) {
//? slow
	case SLOW:
		return drop_slow(pin);
//.
//? fast
	case FAST:
		return drop_fast(pin);
//.
//? direct
	case DIRECT:
		return drop_direct(pin);
//.
//? longterm
	case LONGTERM:
		return drop_longterm(pin);
//.
	default:
		return EOPNOTSUPP;
	}
}

static void op_pin(struct task *task, enum way way, int mm, int index)
{
	static const char *const ways[] = { "process_vm_readv", "vmsplice", "odirect-write", "io_uring_register" };
	char *at = address(mm, index);
	int slot = 0;
	int error;

	begin(task, PIN, "%s mm%d page=%d addr=%p len=%d", ways[way], mm, index, (void *)at, PAGE);
	while (slot < PINS && task->pins[slot].held)
		slot++;
	if (slot == PINS) {
		end(task, PIN, UNABLE, "the task holds as many pins as it has room for");
		return;
	}
	if (!__atomic_load_n(&maps[mm].there, __ATOMIC_ACQUIRE)) {
		end(task, PIN, GONE, "unmapped");
		return;
	}
	task->pins[slot].way = way;
	error = take(&task->pins[slot], at);
	if (!error) {
		task->pins[slot].held = 1;
		task->pins[slot].mm = mm;
		task->pins[slot].index = index;
		task->order[task->held++] = slot;
	}
	end(task, PIN, way == LONGTERM && error == EOPNOTSUPP ? GONE : end_of(error), strerror(error));
}

/* Drops the pin that stands so far from the first. */
static void drop_at(struct task *task, int place)
{
	struct pin *pin = &task->pins[task->order[place]];
	int error;

	begin(task, UNPIN, "mm%d page=%d", pin->mm, pin->index);
	task->held--;
	memmove(&task->order[place], &task->order[place + 1], (task->held - place) * sizeof(task->order[0]));
	error = drop(pin);
	pin->held = 0;
	end(task, UNPIN, end_of(error), strerror(error));
}
//.

//? unpin
/* The pin that was taken last; nothing at all where there is none. */
static void op_unpin(struct task *task)
{
	if (task->held)
		drop_at(task, task->held - 1);
}
//.

//? unpin-there
/* The pin that was taken last of those through this address. */
static void op_unpin_there(struct task *task, int mm, int index)
{
	int place;

	for (place = task->held - 1; place >= 0; place--) {
		struct pin *pin = &task->pins[task->order[place]];

		if (pin->mm == mm && pin->index == index) {
			drop_at(task, place);
			return;
		}
	}
}
//.

//? munmap
static void op_munmap(struct task *task, int mm)
{
	begin(task, MUNMAP, "mm%d addr=%p len=%zu", mm, (void *)maps[mm].at, size);
	if (!__atomic_exchange_n(&maps[mm].there, 0, __ATOMIC_ACQ_REL)) {
		end(task, MUNMAP, GONE, "unmapped before");
		return;
	}
	end_call(task, MUNMAP, munmap(maps[mm].at, size));
}
//.

//? mmap
static void op_mmap(struct task *task, int mm)
{
	char *at;

	begin(task, MMAP, "mm%d addr=%p len=%zu", mm, (void *)maps[mm].at, size);
	if (__atomic_load_n(&maps[mm].there, __ATOMIC_ACQUIRE)) {
		end(task, MMAP, GONE, "mapped before");
		return;
	}
	at = mmap(maps[mm].at, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, files[mm % FILES], 0);
	if (at != MAP_FAILED)
		__atomic_store_n(&maps[mm].there, 1, __ATOMIC_RELEASE);
	end_call(task, MMAP, at == MAP_FAILED ? -1 : 0);
}
//.

//? madvise
/* All of the mapping where index is negative, else one page of it. */
static void op_madvise(struct task *task, int mm, int index)
{
	char *from = index < 0 ? maps[mm].at : address(mm, index);
	size_t length = index < 0 ? size : PAGE;

	begin(task, MADVISE, "mm%d addr=%p len=%zu", mm, (void *)from, length);
	if (!__atomic_load_n(&maps[mm].there, __ATOMIC_ACQUIRE)) {
		end(task, MADVISE, GONE, "unmapped");
		return;
	}
	end_call(task, MADVISE, madvise(from, length, MADV_DONTNEED));
}
//.

//? truncate
static void op_truncate(struct task *task, int file, int index)
{
	off_t length = index * (off_t)step;

	begin(task, TRUNCATE, "file=%d len=%lld", file, (long long)length);
	end_call(task, TRUNCATE, ftruncate(files[file], length));
}
//.

//? punch
/* All of the file where first is negative, else the pages from first to last. */
static void op_punch(struct task *task, int file, int first, int last)
{
	off_t from = first < 0 ? 0 : first * (off_t)step;
	off_t length = first < 0 ? (off_t)size : last > first ? (last - first) * (off_t)step + PAGE : PAGE;

	begin(task, PUNCH, "file=%d from=%lld len=%lld", file, (long long)from, (long long)length);
	end_call(task, PUNCH, fallocate(files[file], FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, from, length));
}
//.

//? invalidate
/* A write() to a block that is new deletes the entry of the hole that was there. */
static void op_invalidate(struct task *task, int file, int index)
{
	static const char block[PAGE] = "i";

	begin(task, INVALIDATE, "file=%d page=%d", file, index);
	end_call(task, INVALIDATE, pwrite(files[file], block, PAGE, index * (off_t)step));
}
//.

//? writeback
static void op_writeback(struct task *task, int file, int index)
{
	begin(task, WRITEBACK, "file=%d page=%d", file, index);
	end_call(task, WRITEBACK,
		 sync_file_range(files[file], index * (off_t)step, PAGE,
				 SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER));
}
//.

//? evict
/* The last reference of the inode may be a mapping or a call of another task: then that one evicts it. */
static void op_evict(struct task *task, int file)
{
	int fd = __atomic_exchange_n(&files[file], -1, __ATOMIC_ACQ_REL);

	begin(task, EVICT, "file=%d", file);
	if (fd < 0) {
		end(task, EVICT, GONE, "unlinked before");
		return;
	}
	end_call(task, EVICT, unlink(paths[file]) || close(fd) ? -1 : 0);
}
//.

//? remove
static int write_name(const char *path)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	ssize_t length = strlen(device_name);
	int error = 0;

	if (fd < 0)
		return errno;
	if (write(fd, device_name, length) != length)
		error = errno;
	close(fd);
	return error;
}

static void op_remove(struct task *task)
{
	int error;

	begin(task, REMOVE, "%s %s", device ? unbind_path : "-", device ? device_name : "-");
	if (!device) {
		end(task, REMOVE, UNABLE, "name the folder of the device in sysfs with -r");
		return;
	}
	error = write_name(unbind_path);
	if (!error)
		__atomic_store_n(&removed, 1, __ATOMIC_RELEASE);
	end(task, REMOVE, end_of(error), strerror(error));
}

/* The device is another one afterwards: it is opened and mapped anew. */
static void bind_again(void)
{
	int i, error = write_name(bind_path);

	if (error)
		die("%s: %s cannot be bound again: %s", bind_path, device_name, strerror(error));
	for (i = 0; i < FILES; i++) {
		close(files[i]);
		files[i] = -1;
	}
	removed = 0;
}

static void find_driver(void)
{
	char driver[PATH_MAX], link[LONGEST_PATH + 16];

	if (!device)
		return;
	snprintf(link, sizeof(link), "%.*s/driver", LONGEST_PATH, device);
	if (!realpath(link, driver))
		die("-r %s: no driver is bound to it: %s", device, strerror(errno));
	if (strlen(driver) >= LONGEST_PATH)
		die("-r %s: the path of its driver is too long", device);
	snprintf(unbind_path, sizeof(unbind_path), "%.*s/unbind", LONGEST_PATH, driver);
	snprintf(bind_path, sizeof(bind_path), "%.*s/bind", LONGEST_PATH, driver);
	device_name = strrchr(device, '/') ? strrchr(device, '/') + 1 : device;
	if (access(unbind_path, W_OK))
		die("%s: %s: be root", unbind_path, strerror(errno));
}
//.

//? poison
/* The page is lost to the kernel until it is repaired: only with -P. */
static void op_poison(struct task *task, int index)
{
	char *at = address(0, index);

	begin(task, POISON, "page=%d addr=%p", index, (void *)at);
	if (!may_poison) {
		end(task, POISON, UNABLE, "-P is not given: it loses a page of the device");
		return;
	}
	end_call(task, POISON, madvise(at, PAGE, MADV_HWPOISON));
}
//.

//! TASKS

static void prepare_pins(struct task *task)
{
//? pin
	int slot;

	for (slot = 0; slot < PINS; slot++) {
		struct pin *pin = &task->pins[slot];
		int error = 0;

//? fast
		error = error ? error : prepare_fast(pin);
//.
//? slow
		error = error ? error : prepare_slow(pin);
//.
//? direct
		error = error ? error : prepare_direct(pin);
//.
//? longterm
		error = error ? error : prepare_longterm(pin);
//.
		if (error)
			die("%s: what a pin needs cannot be made: %s", task->name, strerror(error));
	}
//.
	(void)task;
}

static int drop_pins(struct task *task)
{
	int dropped = 0;

//? pin
	for (; task->held; dropped++)
		drop_at(task, task->held - 1);
//.
	(void)task;
	return dropped;
}

static void open_file(int file)
{
	if (files[file] >= 0)
		return;
	files[file] = open(paths[file], O_RDWR | O_CLOEXEC | (is_device ? 0 : O_CREAT), 0600);
	if (files[file] < 0)
		die("%s: %s", paths[file], strerror(errno));
}

/* All but the first file start with holes. */
static void fill(int file)
{
	char block[PAGE];
	int index;

	if (ftruncate(files[file], 0) || ftruncate(files[file], size))
		die("%s: ftruncate to %zu bytes: %s", paths[file], size, strerror(errno));
	for (index = 0; !file && index < INDICES; index++) {
		memset(block, 'a' + index % 26, sizeof(block));
		if (pwrite(files[file], block, PAGE, index * (off_t)step) != PAGE)
			die("%s: page %d cannot be written: %s", paths[file], index, strerror(errno));
	}
	if (fsync(files[file]))
		die("%s: fsync: %s", paths[file], strerror(errno));
}

static char *map_file(int mm, void *at)
{
	int flags = MAP_SHARED | (at ? MAP_FIXED_NOREPLACE : 0);
	char *mapped = mmap(at, size, PROT_READ | PROT_WRITE, flags, files[mm % FILES], 0);

	if (mapped == MAP_FAILED)
		die("%s: mmap of %zu bytes: %s", paths[mm % FILES], size, strerror(errno));
	return mapped;
}

static void prepare(void)
{
	int i;

	for (i = 0; i < FILES; i++) {
		open_file(i);
		if (!is_device)
			fill(i);
	}
	for (i = 0; i < MMS; i++) {
		if (maps[i].there && munmap(maps[i].at, size))
			die("munmap: %s", strerror(errno));
		maps[i].at = map_file(i, maps[i].at);
		maps[i].there = 1;
	}
}

/* Physical addresses are for root only; the tracer's filter and a reader want them. */
static void find_pfns(char *line, size_t room)
{
	int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	char *at;
	int index;

	if (pagemap < 0)
		return;
	at = map_file(0, NULL);
	for (index = 0; index < INDICES && strlen(line) + 20 < room; index++) {
		char *page = at + (address(0, index) - maps[0].at);
		uint64_t entry = 0;

		(void)*(volatile char *)page;
		if (pread(pagemap, &entry, sizeof(entry), (uintptr_t)page / PAGE * sizeof(entry)) != sizeof(entry))
			break;
		snprintf(line + strlen(line), 20, " 0x%llx", (unsigned long long)(entry & ((1ULL << 55) - 1)));
	}
	munmap(at, size);
	close(pagemap);
}

static void *run_task(void *argument)
{
	struct task *task = argument;
	char name[16];

	task->tid = syscall(SYS_gettid);
	snprintf(name, sizeof(name), "kt-%.12s", task->name);
	pthread_setname_np(pthread_self(), name);
	for (;;) {
		pthread_barrier_wait(&start);
		if (over)
			return NULL;
		task->run(task);
		pthread_mutex_lock(&lock);
		task->finished = 1;
		pthread_cond_signal(&somebody_finished);
		pthread_mutex_unlock(&lock);
	}
}

static int unfinished(void)
{
	int i, count = 0;

	for (i = 0; i < TASKS; i++)
		count += !tasks[i].finished;
	return count;
}

/* Waits until all tasks have finished; says how many have not after some seconds. */
static int wait_for_tasks(void)
{
	struct timespec until;
	int left;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += patience;
	pthread_mutex_lock(&lock);
	while (unfinished() && pthread_cond_timedwait(&somebody_finished, &lock, &until) != ETIMEDOUT)
		;
	left = unfinished();
	pthread_mutex_unlock(&lock);
	return left;
}

static void say_where(struct task *task)
{
	char path[64], stack[512] = "";
	int fd, length;
	char *sign;

	snprintf(path, sizeof(path), "/proc/self/task/%d/stack", (int)task->tid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		length = read(fd, stack, sizeof(stack) - 1);
		stack[length < 0 ? 0 : length] = 0;
		close(fd);
	}
	for (sign = stack; *sign; sign++)
		*sign = *sign == '\n' ? ';' : *sign;
	say("  %s has not returned from %s: %s", task->name, task->doing ? task->doing : "nothing",
	    *stack ? stack : "be root to see its stack");
	mark("KT: waiter tid=%d done=0 stack=%s", (int)task->tid, stack);
}

/*
 * Some tasks have not finished. What those that have did not drop is dropped: a
 * task that waits for a pin should go on then, and one that does not is stuck.
 */
static void loosen(unsigned long loop)
{
	int i, left, dropped = 0;

	say("loop %lu: after %u s", loop, patience);
	for (i = 0; i < TASKS; i++) {
		if (!tasks[i].finished)
			say_where(&tasks[i]);
		else
			dropped += drop_pins(&tasks[i]);
	}
	left = wait_for_tasks();
	if (!left && dropped) {
		say("  it went on when the pins that were left had been dropped (%d): it waited for them", dropped);
		return;
	}
	if (!left) {
		say("  it went on later, without any help");
		return;
	}
	for (i = 0; i < TASKS; i++) {
		if (!tasks[i].finished)
			say_where(&tasks[i]);
	}
	mark("KT: scenario %s end", TEST);
	trace(0);
	say("STUCK in loop %lu: nobody who has finished holds a pin, and %d of %d tasks wait", loop, left, TASKS);
	_exit(1);
}

static void run_once(unsigned long loop)
{
	char pfns[256] = "";
	int i;

	prepare();
	if (loop == 1) {
		find_pfns(pfns, sizeof(pfns));
		trace(1);
		mark("KT: scenario %s begin pid=%d", TEST, (int)getpid());
		mark("KT: file page pfns:%s", pfns);
	}
	mark("KT: step=setup loop=%lu", loop);
	setup();
	for (i = 0; i < TASKS; i++)
		tasks[i].finished = 0;
	mark("KT: step=start");
	pthread_barrier_wait(&start);
	if (wait_for_tasks())
		loosen(loop);
	for (i = 0; i < TASKS; i++)
		drop_pins(&tasks[i]);
	drop_pins(&before);
//? remove
	if (removed && is_device)
		bind_again();
//.
}

static void make_tasks(void)
{
	struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_NODEFER };
	int i, error;

	if (sigaction(SIGBUS, &action, NULL) || sigaction(SIGSEGV, &action, NULL))
		die("sigaction: %s", strerror(errno));
	pthread_barrier_init(&start, NULL, TASKS + 1);
	before.tid = syscall(SYS_gettid);
	prepare_pins(&before);
	for (i = 0; i < TASKS; i++) {
		prepare_pins(&tasks[i]);
		error = pthread_create(&tasks[i].thread, NULL, run_task, &tasks[i]);
		if (error)
			die("%s: no thread: %s", tasks[i].name, strerror(error));
	}
}

static int open_tracing(const char *folder, const char *file)
{
	char path[LONGEST_PATH + 32];
	int fd;

	snprintf(path, sizeof(path), "%.*s/%s", LONGEST_PATH, folder, file);
	fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		die("-t %s: %s: %s", folder, path, strerror(errno));
	return fd;
}

/* A device is what is mapped; in a folder files are made. */
static void find_files(const char *place)
{
	struct stat stat_of;
	struct statx more;
	int i;

	if (stat(place, &stat_of))
		die("%s: %s", place, strerror(errno));
	if (strlen(place) > LONGEST_PATH - 32)
		die("%s: the path is too long", place);
	is_device = S_ISCHR(stat_of.st_mode);
	if (!is_device && !S_ISDIR(stat_of.st_mode))
		die("%s is neither a folder nor a device: name a folder of the file system, or a device such as /dev/dax0.0", place);
	for (i = 0; i < FILES; i++) {
		files[i] = -1;
		if (is_device)
			snprintf(paths[i], LONGEST_PATH, "%s", place);
		else
			snprintf(paths[i], LONGEST_PATH, "%s/pagelife-%c", place, 'f' + i);
		open_file(i);
	}
	if (!size)
		size = is_device ? (INDICES + ALIGN - 1) / ALIGN * HUGE_PAGE : INDICES * step;
	if (!is_device && !statx(files[0], "", AT_EMPTY_PATH, 0, &more) && !(more.stx_attributes & STATX_ATTR_DAX))
		say("%s is not DAX: the calls are tried on the page cache, which has other rules", place);
}

//? direct
/* Direct I/O from DAX to the same file system does not pin: it needs another. */
static void find_direct(const char *place)
{
	static char path[LONGEST_PATH];

	if (!direct_path && is_device)
		return;
	if (!direct_path) {
		snprintf(path, sizeof(path), "%.*s/pagelife-direct", LONGEST_PATH - 32, place);
		direct_path = path;
	}
	direct = open(direct_path, O_RDWR | O_DIRECT | O_CLOEXEC | (strncmp(direct_path, "/dev/", 5) ? O_CREAT : 0), 0600);
	if (direct < 0)
		say("%s: %s: no direct I/O can be done; name another file or device with -o", direct_path, strerror(errno));
	if (freeze_path) {
		frozen = open(freeze_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (frozen < 0)
			die("-z %s: %s", freeze_path, strerror(errno));
	}
}
//.

static void clean_up(void)
{
	int i;

	for (i = 0; i < FILES; i++) {
		if (!is_device && unlink(paths[i]) && errno != ENOENT)
			say("%s cannot be deleted: %s", paths[i], strerror(errno));
	}
//? direct
	if (direct_path && strstr(direct_path, "/pagelife-direct"))
		unlink(direct_path);
//.
}

static int summary(void)
{
	int op, unable = 0, failed = 0;

	for (op = 0; op < OPS; op++) {
		unsigned long *of = ends[op];

		if (!of[DONE] && !of[GONE] && !of[UNABLE] && !of[FAILED])
			continue;
		say("%-14s %lu done, %lu found nothing there, %lu not possible here, %lu failed",
		    op_names[op], of[DONE], of[GONE], of[UNABLE], of[FAILED]);
		unable += of[UNABLE] > 0;
		failed += of[FAILED] > 0;
	}
	return failed ? 1 : unable ? 4 : 0;
}

static void __attribute__((noreturn)) usage(int code)
{
	say("usage: reproduce [OPTION...] DIR|DEVICE\n"
	    "  DIR       a folder on the file system, where files are made\n"
	    "  DEVICE    a device such as /dev/dax0.0\n"
	    "  -n N      do it N times (%lu)\n"
	    "  -j N      let up to N microseconds pass before each operation (%u)\n"
	    "  -w N      take a task for stuck after N seconds (%u)\n"
	    "  -b N      leave N bytes from one page to the next (%zu)\n"
	    "  -s N      map N bytes\n"
	    "  -e N      begin with this seed\n"
	    "  -t DIR    write markers to trace_marker in this folder of tracefs, and switch its tracing_on", loops, jitter, patience, step);
//? loop
	say("  -l N      end a loop of a task after N turns (%lu)", turns);
//.
//? direct
	say("  -o FILE   what direct I/O writes to: a file on another file system, or a loop device\n"
	    "  -z DIR    freeze this file system while a pin of direct I/O is held");
//.
//? remove
	say("  -r DIR    the device that is unbound, as a folder of sysfs");
//.
//? poison
	say("  -P        do lose pages by memory failures");
//.
	say("Exit: 0 all was done; 1 something failed, or a task is stuck; 2 wrong usage; 4 something cannot be done here.");
	_exit(code);
}

static unsigned long number(int option, unsigned long most)
{
	char *rest;
	unsigned long value;

	errno = 0;
	value = strtoul(optarg, &rest, 10);
	if (errno || *rest || rest == optarg || *optarg == '-' || value > most) {
		say("-%c %s must be a number up to %lu", option, optarg, most);
		_exit(2);
	}
	return value;
}

int main(int argc, char **argv)
{
	unsigned int seed = 1;
	unsigned long loop;
	int option, i, code;

	while ((option = getopt(argc, argv, OPTIONS)) != -1) {
		switch (option) {
		case 'n':
			loops = number(option, 1000000000);
			break;
		case 'j':
			jitter = number(option, 1000000);
			break;
		case 'w':
			patience = number(option, 3600);
			break;
		case 'b':
			step = number(option, 1UL << 30);
			break;
		case 's':
			size = number(option, 1UL << 40);
			break;
		case 'e':
			seed = number(option, UINT_MAX);
			break;
		case 't':
			trace_marker = open_tracing(optarg, "trace_marker");
			tracing_on = open_tracing(optarg, "tracing_on");
			break;
//? loop
		case 'l':
			turns = number(option, 1000000000);
			break;
//.
//? direct
		case 'o':
			direct_path = optarg;
			break;
		case 'z':
			freeze_path = optarg;
			break;
//.
//? remove
		case 'r':
			device = optarg;
			break;
//.
//? poison
		case 'P':
			may_poison = 1;
			break;
//.
		case 'h':
			usage(0);
		default:
			usage(2);
		}
	}
	if (optind != argc - 1)
		usage(2);
	if (step < PAGE || step % PAGE) {
		say("-b %zu must be a multiple of %d", step, PAGE);
		return 2;
	}
	find_files(argv[optind]);
	if (size < INDICES * step && !is_device) {
		say("-s %zu must be %zu at least: %d pages, %zu bytes from one to the next", size, INDICES * step, INDICES, step);
		return 2;
	}
//? direct
	find_direct(argv[optind]);
//.
//? remove
	find_driver();
	if (device && !is_device)
		loops = 1;	/* the file system does not come back */
//.
	for (i = 0; i < TASKS; i++)
		tasks[i].seed = seed + i;
	make_tasks();
	for (loop = 1; loop <= loops; loop++)
		run_once(loop);
	mark("KT: scenario %s end", TEST);
	trace(0);
	over = 1;
	pthread_barrier_wait(&start);
	for (i = 0; i < TASKS; i++)
		pthread_join(tasks[i].thread, NULL);
	clean_up();
	code = summary();
	say("%s: %lu loops, exit %d", TEST, loops, code);
	return code;
}
