/*
 * A ticket lock of N tasks with M tickets (at most 255) in Promela: the same states and transitions as
 * pagelife.models.bench.Tickets.
 */
byte next, served;

active [N] proctype task() {
  byte mine;
  do
  :: d_step { mine = next; next = (next + 1) % M };
     d_step { served == mine -> mine = 0 };
     d_step { served = (served + 1) % M }
  od
}
