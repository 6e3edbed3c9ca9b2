/*
 * Dining philosophers, left fork first, in Promela: the same states and transitions as pagelife.models.bench.Philosophers.
 *
 * N philosophers, 2 to 109. One process with N * 4 options: for few philosophers as fast in Spin as one process each, and
 * for many faster, since the state vector is a fifth.
 */
bool fork[N];
byte st[N];

#define ONE(i) \
  :: d_step { st[i] == 0 && !fork[i] -> fork[i] = true; st[i] = 1 } \
  :: d_step { st[i] == 1 && !fork[(i + 1) % N] -> fork[(i + 1) % N] = true; st[i] = 2 } \
  :: d_step { st[i] == 2 -> fork[i] = false; st[i] = 3 } \
  :: d_step { st[i] == 3 -> fork[(i + 1) % N] = false; st[i] = 0 }

#define TEN(i) \
  ONE(i) ONE(i + 1) ONE(i + 2) ONE(i + 3) ONE(i + 4) ONE(i + 5) ONE(i + 6) ONE(i + 7) ONE(i + 8) ONE(i + 9)

active proctype table() {
  do
#if N >= 10
  TEN(0)
#endif
#if N >= 20
  TEN(10)
#endif
#if N >= 30
  TEN(20)
#endif
#if N >= 40
  TEN(30)
#endif
#if N >= 50
  TEN(40)
#endif
#if N >= 60
  TEN(50)
#endif
#if N >= 70
  TEN(60)
#endif
#if N >= 80
  TEN(70)
#endif
#if N >= 90
  TEN(80)
#endif
#if N >= 100
  TEN(90)
#endif
#if N % 10 >= 1
  ONE(N - 1)
#endif
#if N % 10 >= 2
  ONE(N - 2)
#endif
#if N % 10 >= 3
  ONE(N - 3)
#endif
#if N % 10 >= 4
  ONE(N - 4)
#endif
#if N % 10 >= 5
  ONE(N - 5)
#endif
#if N % 10 >= 6
  ONE(N - 6)
#endif
#if N % 10 >= 7
  ONE(N - 7)
#endif
#if N % 10 >= 8
  ONE(N - 8)
#endif
#if N % 10 >= 9
  ONE(N - 9)
#endif
  od
}
