/*
 * K buffers (at most 49) and U users in Promela: the same states and transitions as pagelife.models.bench.Pool.
 */
byte count[K];
byte owner[K];
bool dirty[K];

#define TAKE(i) :: d_step { count[i]++; buffer = i }
#define TEN(i) \
  TAKE(i) TAKE(i + 1) TAKE(i + 2) TAKE(i + 3) TAKE(i + 4) TAKE(i + 5) TAKE(i + 6) TAKE(i + 7) TAKE(i + 8) TAKE(i + 9)

active [U] proctype user() {
  byte buffer;
take:
  if
#if K >= 10
  TEN(0)
#endif
#if K >= 20
  TEN(10)
#endif
#if K >= 30
  TEN(20)
#endif
#if K >= 40
  TEN(30)
#endif
#if K % 10 >= 1
  TAKE(K - 1)
#endif
#if K % 10 >= 2
  TAKE(K - 2)
#endif
#if K % 10 >= 3
  TAKE(K - 3)
#endif
#if K % 10 >= 4
  TAKE(K - 4)
#endif
#if K % 10 >= 5
  TAKE(K - 5)
#endif
#if K % 10 >= 6
  TAKE(K - 6)
#endif
#if K % 10 >= 7
  TAKE(K - 7)
#endif
#if K % 10 >= 8
  TAKE(K - 8)
#endif
#if K % 10 >= 9
  TAKE(K - 9)
#endif
  fi;
  d_step { owner[buffer] == 0 -> owner[buffer] = _pid + 1 };
  d_step { dirty[buffer] = true };
  d_step { dirty[buffer] = false };
  d_step { owner[buffer] = 0 };
  d_step { count[buffer]--; buffer = 0 };
  goto take
}
