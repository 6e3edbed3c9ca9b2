/*
 * A semaphore with K permits and N tasks in Promela: the same states and transitions as
 * pagelife.models.bench.Semaphore.
 */
byte free = K;

active [N] proctype task() {
  do
  :: d_step { skip };
     d_step { free > 0 -> free-- };
     d_step { free++ }
  od
}
