/*
 * The benchmark protocol dax in Promela: how the Linux FS-DAX code keeps a page's count honest. The same states and
 * transitions as pagelife.models.bench.Dax; an idle page has count 0.
 *
 * P pages (at most 3), A address spaces (at most 2), G GUP actors. Written for speed in Spin: where an actor is, is its
 * program counter; the claims are asserted by those steps alone that could break them. Claims about runs are added as ltl
 * blocks, in the words waits, woken and gone.
 */
byte ref[P];
bool inFile[P] = true;
bool pte[A * P];

#define T_IDLE 0
#define T_UNMAP 1
#define T_CHECK 2
#define T_WAIT 3
#define T_WOKEN 4
#define T_FREE 5
byte tst, tp, ta;
#define waits (tst == T_WAIT)
#define woken (tst == T_WOKEN)
#define LOCKED (tst == T_UNMAP || tst == T_CHECK || tst == T_FREE)

#define R_IDLE 0
#define R_UNMAP 1
#define R_WAIT 2
#define R_GONE 3
byte rst, ri;
#define gone (rst == R_GONE)
bool alive = true;

#if P == 1
#define PAGES(x) x(0)
#define ALL(x) (x(0))
#elif P == 2
#define PAGES(x) x(0) x(1)
#define ALL(x) (x(0) && x(1))
#else
#define PAGES(x) x(0) x(1) x(2)
#define ALL(x) (x(0) && x(1) && x(2))
#endif
#if A == 1
#define UNMAPPED(p) (!pte[p])
#else
#define UNMAPPED(p) (!pte[p] && !pte[P + (p)])
#endif

#define UNUSED(p) (ref[p] == 0)
#define CLEAN(p) (ref[p] == 0 && UNMAPPED(p))
#define S1(p) (inFile[p] || CLEAN(p))
#define SAFE assert(ALL(S1) && (rst != R_GONE || ALL(CLEAN)))

inline put(p) {
  assert(ref[p] > 0);
  ref[p]--;
  if
  :: ref[p] == 0 && tst == T_WAIT && tp == p -> tst = T_WOKEN
  :: else
  fi
}

#define FAULT(p) :: d_step { !pte[_pid * P + p] && inFile[p] && alive && !LOCKED -> pte[_pid * P + p] = true; ref[p]++; SAFE }
#define UNMAP(p) :: d_step { pte[_pid * P + p] -> pte[_pid * P + p] = false; put(p) }

active [A] proctype space() {
  do
  PAGES(FAULT)
  PAGES(UNMAP)
  od
}

#define LOOK0(p) :: d_step { pte[p] -> slot = p }
#define LOOK1(p) :: d_step { pte[P + p] -> slot = P + p }

active [G] proctype gup() {
  byte slot;
idle:
  if
  PAGES(LOOK0)
#if A > 1
  PAGES(LOOK1)
#endif
  fi;
  if
  :: d_step { alive && ref[slot % P] > 0 -> ref[slot % P]++; SAFE }
  :: d_step { !(alive && ref[slot % P] > 0) -> slot = 0 }; goto idle
  fi;
  if
  :: d_step { pte[slot] -> slot = slot % P }
  :: d_step { !pte[slot] -> slot = slot % P; put(slot); slot = 0 }; goto idle
  fi;
  d_step { put(slot); slot = 0 };
  goto idle
}

#define START(p) :: d_step { tst == T_IDLE && inFile[p] -> tst = T_UNMAP; tp = p }
#define ALLOC(p) :: d_step { tst == T_IDLE && alive && !inFile[p] -> inFile[p] = true }

active proctype fs() {
  do
  PAGES(START)
  PAGES(ALLOC)
  :: d_step { tst == T_UNMAP ->
      if
      :: pte[ta * P + tp] -> pte[ta * P + tp] = false; put(tp)
      :: else
      fi;
      if
      :: ta == A - 1 -> ta = 0; tst = T_CHECK
      :: else -> ta++
      fi }
  :: d_step { tst == T_CHECK ->
      if
      :: ref[tp] == 0 -> tst = T_FREE
      :: else -> tst = T_WAIT
      fi }
  :: d_step { tst == T_WOKEN -> tst = T_UNMAP }
  :: d_step { tst == T_FREE -> inFile[tp] = false; tp = 0; tst = T_IDLE; SAFE }
  od
}

active proctype removal() {
  do
  :: d_step { rst == R_IDLE -> alive = false; rst = R_UNMAP }
  :: d_step { rst == R_UNMAP ->
      if
      :: pte[ri] -> pte[ri] = false; put(ri % P)
      :: else
      fi;
      if
      :: ri == A * P - 1 -> ri = 0; rst = R_WAIT
      :: else -> ri++
      fi }
  :: d_step { rst == R_WAIT && ALL(UNUSED) -> rst = R_GONE; SAFE }
  :: d_step { rst == R_GONE -> alive = true; rst = R_IDLE }
  od
}
