/*
 * Waves in a tree of N tasks in Promela: the same states and transitions as pagelife.models.bench.Waves.
 */
byte node[N];

#define CLEAN 0
#define ASKED 1
#define ANSWERED 2
#define CHILD(i, s) (i >= N || node[i] == s)
#define CHILDREN(s) (CHILD(2 * _pid + 1, s) && CHILD(2 * _pid + 2, s))
#define PARENT (node[(_pid - 1) / 2])

active [N] proctype task() {
  do
  :: d_step { (_pid == 0 || PARENT == ASKED) && CHILDREN(CLEAN) -> node[_pid] = ASKED };
     d_step { CHILDREN(ANSWERED) -> node[_pid] = ANSWERED };
     d_step { _pid == 0 || PARENT != ASKED -> node[_pid] = CLEAN }
  od
}
