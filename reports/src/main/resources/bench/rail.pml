/*
 * A railway line of S sections (at most 255) and T trains in Promela: the same states and transitions as
 * pagelife.models.bench.Rail.
 */
byte held[S];

active [T] proctype train() {
  byte at;
  do
  :: d_step { held[0] == 0 -> held[0] = _pid + 1 };
     do
     :: d_step { at < S - 1 && held[at + 1] == 0 -> held[at + 1] = _pid + 1 };
        d_step { held[at] = 0; at++ }
     :: d_step { at == S - 1 -> held[at] = 0; at = 0 }; break
     od
  od
}
