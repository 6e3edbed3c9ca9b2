#!/bin/sh
# Records what a command does to pages of persistent memory: page_ref, sched and
# DAX events and probes of functions, as text that ./check observe reads.
# See docs/record.md for the kernel that it needs, and what each probe is for.

usage() {
	cat <<END
usage: record.sh [OPTION...] OUT COMMAND...
  OUT       the file to write, which must not be there yet
  COMMAND   what to record; a word @T@ in it becomes the folder of the tracer,
            where it finds trace_marker and tracing_on
  -p A-B    only pages with these page frame numbers, such as 0x40000-0x47fff
  -m BASE   where struct pages begin, such as 0xffffea0000000000; it is that
            of x86-64 if the kernel was booted with nokaslr, else probes are
            recorded of all pages
  -c CLOCK  global (usual); counter orders the lines of all CPUs
  -b KB     buffer of each CPU in KiB (16384)
  -n NAME   what the recording is called (the name of OUT)
  -g        switch tracing on here; without it COMMAND does, by tracing_on
  -s        record the kernel stack of each page_ref event, too
  -f DIR    tracefs (/sys/kernel/tracing)
  -k REL    the release whose probes are set ($(uname -r))
  -a ARCH   the machine ($(uname -m)); probes are known for x86_64
Exit: the command's; 2 wrong usage, 3 the tracer cannot be used.
END
}

wrong() {
	echo "record.sh: $1" >&2
	exit 2
}

cannot() {
	echo "record.sh: $1" >&2
	exit 3
}

number() {
	case $2 in
	0x*[!0-9a-fA-F]* | 0x) wrong "$1 $2: $2 must be a number, such as 4096 or 0x1000" ;;
	0x*) ;;
	'' | *[!0-9]*) wrong "$1 $2: $2 must be a number, such as 4096 or 0x1000" ;;
	esac
}

pages= base= clock=global buffer=16384 name= here= stacks=
tracefs=/sys/kernel/tracing release=$(uname -r) machine=$(uname -m)
while getopts p:m:c:b:n:gsf:k:a:h option; do
	case $option in
	p) pages=$OPTARG ;;
	m) base=$OPTARG ;;
	c) clock=$OPTARG ;;
	b) buffer=$OPTARG ;;
	n) name=$OPTARG ;;
	g) here=yes ;;
	s) stacks=yes ;;
	f) tracefs=$OPTARG ;;
	k) release=$OPTARG ;;
	a) machine=$OPTARG ;;
	h) usage; exit 0 ;;
	*) usage >&2; exit 2 ;;
	esac
done
shift $((OPTIND - 1))
[ $# -ge 2 ] || { usage >&2; exit 2; }
out=$1
shift
[ ! -e "$out" ] || wrong "$out is there already, and is not overwritten: name another file"
number -b "$buffer"
case $clock in
global | counter | local | mono | boot) ;;
*) wrong "-c $clock: the clock is global, counter, local, mono or boot" ;;
esac
first= last=
if [ -n "$pages" ]; then
	first=${pages%%-*} last=${pages#*-}
	[ "$first-$last" = "$pages" ] || wrong "-p $pages: write the first and the last page, such as 0x40000-0x47fff"
	number -p "$first"
	number -p "$last"
	[ $((first)) -le $((last)) ] || wrong "-p $pages: the first page lies behind the last"
fi
case $base in
'') grep -qw nokaslr /proc/cmdline 2>/dev/null && [ "$machine" = x86_64 ] && base=0xffffea0000000000 ;;
0xffff????????????) ;;
*) wrong "-m $base: write an address of 16 digits, such as 0xffffea0000000000" ;;
esac
[ -n "$name" ] || name=$(basename "$out" .txt)

[ -d "$tracefs" ] || cannot "$tracefs is no folder: mount -t tracefs none /sys/kernel/tracing"
[ -w "$tracefs/kprobe_events" ] ||
	cannot "$tracefs/kprobe_events cannot be written: be root, with a kernel that has CONFIG_KPROBE_EVENTS"
instance=$tracefs/instances/pagelife
mkdir "$instance" 2>/dev/null ||
	cannot "$instance cannot be made: is another recording going on? rmdir it if not"

# Everything is undone at the end, however that comes.
probes=
missing=
clean_up() {
	trap - EXIT HUP INT TERM
	put 0 "$instance/tracing_on"
	put 0 "$instance/events/enable"
	rmdir "$instance" 2>/dev/null || echo "record.sh: $instance is left: rmdir it" >&2
	for probe in $probes; do
		echo "-:kt/$probe" >>"$tracefs/kprobe_events" || echo "record.sh: probe $probe is left" >&2
	done
}

put() {
	[ -e "${2%/*}" ] && (echo "$1" >"$2") 2>/dev/null
}

lacks() {
	echo "record.sh: not recorded: $1" >&2
	missing="$missing $1"
}
trap clean_up EXIT
trap 'exit 130' HUP INT TERM

put 0 "$instance/tracing_on" || cannot "$instance/tracing_on cannot be written"
put "$clock" "$instance/trace_clock" || cannot "-c $clock: this kernel does not have the clock"
put "$buffer" "$instance/buffer_size_kb" || cannot "-b $buffer: there is not so much memory for each CPU"
put 1 "$instance/options/record-tgid" || lacks record-tgid

filter=
[ -z "$pages" ] || filter="pfn >= $first && pfn <= $last"

# An event of the kernel, with a filter or without one.
event() {
	if [ -n "$2" ] && ! put "$2" "$instance/events/$1/filter"; then
		lacks "$1 (its filter '$2' is refused)"
	elif ! put 1 "$instance/events/$1/enable"; then
		lacks "$1"
	fi
}

for event in set mod mod_and_test mod_and_return mod_unless freeze unfreeze; do
	event page_ref/page_ref_$event "$filter"
	if [ -n "$stacks" ]; then
		put stacktrace "$instance/events/page_ref/page_ref_$event/trigger" || lacks "stack of page_ref_$event"
	fi
done
for event in switch waking wakeup process_fork process_exit; do
	event sched/sched_$event
done
event fs_dax

# The struct page of a page frame, of 64 bytes; computed on 48 bits, since shells count with 63.
page_of() {
	printf '0xffff%012x' $((0x${base#0xffff} + $1 * 64))
}

# A probe: its name, then its definition as kprobe_events takes it.
probe() {
	kind=p
	case $1 in *_ret) kind=r10 ;; esac
	called=$1
	shift
	if ! (echo "$kind:kt/$called $*" >>"$tracefs/kprobe_events") 2>/dev/null; then
		lacks "$called ($1)"
		return
	fi
	probes="$probes $called"
	field=
	case " $* " in
	*' page=%'*) field=page ;;
	*' folio=%'*) field=folio ;;
	esac
	of=
	if [ -n "$field" ] && [ -n "$base" ] && [ -n "$pages" ]; then
		of="$field >= $(page_of "$((first))") && $field <= $(page_of "$((last))")"
	fi
	event "kt/$called" "$of"
}

# Probes that kernels have alike.
probes_of_all() {
	probe dax_iomap_fault_ret dax_iomap_fault 'ret=$retval:x32'
	probe vmf_insert_mixed vmf_insert_mixed addr=%si:x64 pfn=%dx:x64
	probe ext4_break_layouts ext4_break_layouts inode=%di:x64
	probe ext4_break_layouts_ret ext4_break_layouts 'ret=$retval:s32'
	probe dax_layout_busy_page_range dax_layout_busy_page_range mapping=%di:x64 start=%si:s64 end=%dx:s64
	probe wake_up_var wake_up_var var=%di:x64
	probe wake_up_bit __wake_up_bit word=%si:x64 bit=%dx:s32
	probe unmap_mapping_pages unmap_mapping_pages mapping=%di:x64 start=%si:u64 nr=%dx:u64 even_cows=%cx:u8
	probe unmap_mapping_range unmap_mapping_range mapping=%di:x64 holebegin=%si:x64 holelen=%dx:x64
	probe zap_huge_pmd zap_huge_pmd addr=%cx:x64
	probe split_huge_pmd __split_huge_pmd addr=%dx:x64
	probe unpin_user_page unpin_user_page 'page=%di:x64' 'ref=+0x34(%di):s32'
	probe unpin_user_pages unpin_user_pages npages=%si:u64 'page0=+0(%di):x64'
	probe unpin_user_pages_dirty_lock unpin_user_pages_dirty_lock npages=%si:u64 dirty=%dx:u8 'page0=+0(%di):x64'
	probe gup_slow __get_user_pages start=%si:x64 nr=%dx:u64 flags=%cx:x32
	probe gup_slow_ret __get_user_pages 'ret=$retval:s64'
	probe get_dev_pagemap_ret get_dev_pagemap 'pgmap=$retval:x64'
	probe dax_delete_mapping_entry dax_delete_mapping_entry mapping=%di:x64 index=%si:u64
	probe dax_invalidate_mapping_entry_sync dax_invalidate_mapping_entry_sync mapping=%di:x64 index=%si:u64
	probe truncate_inode_pages_range truncate_inode_pages_range mapping=%di:x64 start=%si:s64 end=%dx:s64
	probe truncate_pagecache truncate_pagecache inode=%di:x64 newsize=%si:s64
	probe evict evict inode=%di:x64
	probe ext4_evict_inode ext4_evict_inode inode=%di:x64
	probe ext4_free_blocks ext4_free_blocks block=%cx:u64 count=%r8:u64
	probe nd_pmem_remove nd_pmem_remove
	probe pmem_release_disk pmem_release_disk
	probe kill_dax kill_dax dax_dev=%di:x64
	probe kill_dev_dax kill_dev_dax
	probe dax_holder_notify_failure dax_holder_notify_failure dax_dev=%di:x64 off=%si:x64 len=%dx:x64 flags=%cx:x32
	probe memremap_pages memremap_pages pgmap=%di:x64 nid=%si:s32
	probe memremap_pages_ret memremap_pages 'ret=$retval:x64'
	probe memunmap_pages memunmap_pages pgmap=%di:x64
	probe memunmap_pages_ret memunmap_pages
	probe pgmap_release dev_pagemap_percpu_release ref=%di:x64
	probe arch_remove_memory arch_remove_memory start=%di:x64 size=%si:x64
	probe vmemmap_free vmemmap_free start=%di:x64 end=%si:x64
}

# Before 6.15: an idle page of FS-DAX has one reference. Recorded with 6.1.192.
probes_of_6_1() {
	probe dax_iomap_fault dax_iomap_fault 'pgoff=+16(%di):u64' 'addr=+24(%di):x64' 'flags=+40(%di):x32' pe_size=%si:s32
	probe vmf_insert_mixed_mkwrite vmf_insert_mixed_mkwrite addr=%si:x64 pfn=%dx:x64
	probe insert_pfn insert_pfn addr=%si:x64 pfn=%dx:x64
	probe vmf_insert_pfn_pmd_prot vmf_insert_pfn_pmd_prot 'addr=+24(%di):x64' pfn=%si:x64
	probe xfs_break_layouts xfs_break_layouts inode=%di:x64 reason=%dx:u32
	probe xfs_break_layouts_ret xfs_break_layouts 'ret=$retval:s32'
	probe dax_layout_busy_page dax_layout_busy_page mapping=%di:x64
	probe dax_layout_busy_page_range_ret dax_layout_busy_page_range 'page=$retval:x64' 'ref=+0x34($retval):s32'
	probe unmap_page_range unmap_page_range addr=%dx:x64 end=%cx:x64
	probe put_devmap_managed __put_devmap_managed_page_refs page=%di:x64 refs=%si:s32 'ref=+0x34(%di):s32'
	probe free_zone_device_page free_zone_device_page page=%di:x64 'ref=+0x34(%di):s32'
	probe folio_put_slow __folio_put page=%di:x64 'ref=+0x34(%di):s32'
	probe try_grab_folio try_grab_folio page=%di:x64 refs=%si:s32 flags=%dx:x32
	probe try_grab_page try_grab_page page=%di:x64 flags=%si:x32 'ref=+0x34(%di):s32'
	probe gup_put_folio gup_put_folio page=%di:x64 refs=%si:s32 flags=%dx:x32
	probe gup_fast internal_get_user_pages_fast start=%di:x64 nr=%si:s32 flags=%dx:x32
	probe gup_fast_ret internal_get_user_pages_fast 'ret=$retval:s32'
	probe get_dev_pagemap get_dev_pagemap pfn=%di:x64 pgmap=%si:x64
	probe dax_disassociate_entry dax_disassociate_entry entry=%di:x64 mapping=%si:x64 trunc=%dx:u8
	probe xfs_free_extent __xfs_free_extent
	probe xfs_dax_notify_failure xfs_dax_notify_failure off=%si:x64 len=%dx:x64 flags=%cx:x32
}

# From 6.15 on: an idle page has none, and entries of page tables hold one. Recorded with 7.2.13.
probes_of_7_2() {
	probe dax_iomap_fault dax_iomap_fault 'pgoff=+16(%di):u64' 'addr=+24(%di):x64' 'flags=+40(%di):x32' order=%si:u32
	probe vmf_insert_page_mkwrite vmf_insert_page_mkwrite 'addr=+24(%di):x64' page=%si:x64 write=%dx:u8 'ref=+0x34(%si):s32'
	probe insert_page insert_page addr=%si:x64 page=%dx:x64
	probe vmf_insert_folio_pmd vmf_insert_folio_pmd 'addr=+24(%di):x64' folio=%si:x64 write=%dx:u8 'ref=+0x34(%si):s32'
	probe folio_add_file_rmap_ptes folio_add_file_rmap_ptes folio=%di:x64 page=%si:x64 nr=%dx:s32 'ref=+0x34(%di):s32' 'mapcount=+0x30(%di):s32'
	probe folio_add_file_rmap_pmd folio_add_file_rmap_pmd folio=%di:x64 page=%si:x64 'ref=+0x34(%di):s32'
	probe folio_remove_rmap_ptes folio_remove_rmap_ptes folio=%di:x64 page=%si:x64 nr=%dx:s32 'ref=+0x34(%di):s32' 'mapcount=+0x30(%di):s32'
	probe folio_remove_rmap_pmd folio_remove_rmap_pmd folio=%di:x64 page=%si:x64 'ref=+0x34(%di):s32'
	probe dax_break_layout dax_break_layout inode=%di:x64 start=%si:s64 end=%dx:s64 cb=%cx:x64
	probe dax_break_layout_ret dax_break_layout 'ret=$retval:s32'
	probe dax_break_layout_final dax_break_layout_final inode=%di:x64
	probe dax_break_layout_final_ret dax_break_layout_final
	probe dax_layout_busy_page_range_ret dax_layout_busy_page_range 'page=$retval:x64' 'ref=+0x34($retval):s32' 'mapcount=+0x30($retval):s32'
	probe dax_delete_mapping_range dax_delete_mapping_range mapping=%di:x64 start=%si:s64 end=%dx:s64
	probe zap_vma_range __zap_vma_range addr=%dx:x64 end=%cx:x64
	probe free_zone_device_folio free_zone_device_folio folio=%di:x64 'ref=+0x34(%di):s32'
	probe folio_put_slow __folio_put folio=%di:x64 'ref=+0x34(%di):s32'
	probe folios_put_refs folios_put_refs batch=%di:x64
	probe try_grab_folio try_grab_folio folio=%di:x64 refs=%si:s32 flags=%dx:x32 'ref=+0x34(%di):s32'
	probe try_grab_folio_fast try_grab_folio_fast page=%di:x64 refs=%si:s32 flags=%dx:x32 'ref=+0x34(%di):s32'
	probe gup_put_folio gup_put_folio folio=%di:x64 refs=%si:s32 flags=%dx:x32 'ref=+0x34(%di):s32'
	probe unpin_user_folio unpin_user_folio folio=%di:x64 npages=%si:u64 'ref=+0x34(%di):s32'
	probe gup_fast gup_fast_fallback start=%di:x64 nr=%si:s32 flags=%dx:x32
	probe gup_fast_ret gup_fast_fallback 'ret=$retval:s32'
	probe get_dev_pagemap get_dev_pagemap pfn=%di:x64
	probe dax_folio_reset_order dax_folio_reset_order folio=%di:x64 'ref=+0x34(%di):s32'
	probe percpu_ref_kill percpu_ref_kill_and_confirm ref=%di:x64
	probe percpu_ref_exit percpu_ref_exit ref=%di:x64
}

major=${release%%.*}
minor=${release#*.}
minor=${minor%%[!0-9]*}
case $major$minor in
'' | *[!0-9]*) wrong "-k $release: a release begins with two numbers, such as 6.1.192" ;;
esac
if [ "$machine" != x86_64 ]; then
	lacks "probes (their arguments are known for x86_64 only, and this is $machine)"
else
	case $major.$minor in
	6.1 | 7.2) ;;
	*) echo "record.sh: the arguments of probes are those of 6.1.192 and 7.2.13: compare them with the source of $release" >&2 ;;
	esac
	probes_of_all
	if [ "$major" -gt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -ge 15 ]; }; then
		probes_of_7_2
	else
		probes_of_6_1
	fi
fi

# The word @T@ of the command.
for word; do
	shift
	[ "$word" != @T@ ] || word=$instance
	set -- "$@" "$word"
done

[ -z "$here" ] || put 1 "$instance/tracing_on"
"$@"
code=$?
put 0 "$instance/tracing_on"

{
	echo "# kernel $release $machine"
	echo "# scenario $name"
	echo "# page_ref filter: ${filter:-none}"
	[ -z "$missing" ] || echo "# not recorded:$missing"
	cat "$instance/trace"
} >"$out" || cannot "$out cannot be written"
lost=$(sed -n 's/^overrun: //p' "$instance"/per_cpu/cpu*/stats 2>/dev/null | awk '{ lost += $1 } END { print lost + 0 }')
[ "$lost" = 0 ] || echo "record.sh: $lost events are lost: give -b a larger number, or -p fewer pages" >&2
echo "record.sh: $(grep -c ': [a-z_]*: ' "$out") events in $out" >&2
exit $code
