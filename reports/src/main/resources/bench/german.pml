/*
 * German's cache coherence protocol without data, of N caches, in Promela: the same states and transitions as
 * pagelife.models.bench.German. A process for each cache, which does its part and the part of the home towards it.
 */
#define NONE 0
#define ASK_SHARED 1
#define ASK_OWNED 2
#define INVALIDATE 3
#define INVALIDATED 4
#define SHARED 5
#define OWNED 6
#define INVALID 0

byte line[N];
byte asked[N];
byte told[N];
bool answered[N];
bool sharer[N];
bool toInvalidate[N];
bool owned;
byte current, asking;

#define me _pid

inline take(what) {
  current = what;
  asking = me;
  asked[me] = NONE;
  i = 0;
  do
  :: i < N -> toInvalidate[i] = sharer[i]; i++
  :: else -> break
  od;
  i = 0
}

#if N == 1
#define UNSHARED (!sharer[0])
#elif N == 2
#define UNSHARED (!sharer[0] && !sharer[1])
#elif N == 3
#define UNSHARED (!sharer[0] && !sharer[1] && !sharer[2])
#elif N == 4
#define UNSHARED (!sharer[0] && !sharer[1] && !sharer[2] && !sharer[3])
#else
#define UNSHARED (!sharer[0] && !sharer[1] && !sharer[2] && !sharer[3] && !sharer[4])
#endif

active [N] proctype cache() {
  byte i;
  do
  :: d_step { asked[me] == NONE && line[me] == INVALID -> asked[me] = ASK_SHARED }
  :: d_step { asked[me] == NONE && line[me] != OWNED -> asked[me] = ASK_OWNED }
  :: d_step { told[me] == INVALIDATE && !answered[me] -> told[me] = NONE; answered[me] = true; line[me] = INVALID }
  :: d_step { told[me] == SHARED -> line[me] = SHARED; told[me] = NONE }
  :: d_step { told[me] == OWNED -> line[me] = OWNED; told[me] = NONE }
  :: d_step { current == NONE && asked[me] == ASK_SHARED -> take(ASK_SHARED) }
  :: d_step { current == NONE && asked[me] == ASK_OWNED -> take(ASK_OWNED) }
  :: d_step { told[me] == NONE && toInvalidate[me] && (current == ASK_OWNED || current == ASK_SHARED && owned) ->
      told[me] = INVALIDATE; toInvalidate[me] = false }
  :: d_step { answered[me] && current != NONE -> answered[me] = false; sharer[me] = false; owned = false }
  :: d_step { current == ASK_SHARED && asking == me && told[me] == NONE && !owned ->
      told[me] = SHARED; sharer[me] = true; current = NONE; asking = 0 }
  :: d_step { current == ASK_OWNED && asking == me && told[me] == NONE && !owned && UNSHARED ->
      told[me] = OWNED; sharer[me] = true; owned = true; current = NONE; asking = 0 }
  od
}
