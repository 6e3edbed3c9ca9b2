/*
 * A counter with parts on N CPUs of -B to B, and a whole of 0 to M, in Promela: the same states and transitions as
 * pagelife.models.bench.PerCpu.
 */
short whole;
short part[N];

active [N] proctype cpu() {
  do
  :: d_step { part[_pid] < B -> part[_pid]++ }
  :: d_step { part[_pid] > -B -> part[_pid]-- }
  :: d_step { part[_pid] != 0 && whole + part[_pid] >= 0 && whole + part[_pid] <= M ->
      whole = whole + part[_pid]; part[_pid] = 0 }
  od
}
