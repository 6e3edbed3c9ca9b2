/*
 * C clients and a server, queues for Q requests and A answers, in Promela: the same states and transitions as
 * pagelife.models.bench.Mail.
 */
chan requests = [Q] of { byte, bool, byte };
chan answers[C] = [A] of { bool, byte };

active [C] proctype client() {
  byte number;
  do
  :: d_step { nfull(requests) -> requests!_pid, false, number; number = (number + 1) % 4 }
  :: d_step { nfull(requests) -> requests!_pid, true, number; number = (number + 1) % 4 }
  :: d_step { nempty(answers[_pid]) -> answers[_pid]?_, _ }
  od
}

active proctype server() {
  byte from, number;
  bool writes;
  do
  :: d_step { nempty(requests) -> requests?from, writes, number };
     d_step { nfull(answers[from]) -> answers[from]!writes, number; from = 0; writes = false; number = 0 }
  od
}
