/*
 * Go back N in Promela, with a window of W, numbers modulo M and queues for R: the same states and transitions as
 * pagelife.models.bench.Window.
 */
chan frames = [R] of { byte, bool };
chan receipts = [R] of { byte, bool };
byte base, sent, tried, wanted;

active proctype sender() {
  byte number, done;
  do
  :: d_step { sent < W && nfull(frames) ->
      frames!((base + sent) % M), (sent < tried);
      if
      :: sent >= tried -> tried = sent + 1
      :: else
      fi;
      sent++ }
  :: d_step { sent > 0 -> sent = 0 }
  :: d_step { nempty(receipts) ->
      receipts?number, _;
      done = (number + M - base) % M;
      if
      :: done <= tried ->
          base = (base + done) % M;
          tried = tried - done;
          if
          :: sent > done -> sent = sent - done
          :: else -> sent = 0
          fi
      :: else
      fi;
      number = 0; done = 0 }
  od
}

active proctype receiver() {
  byte number;
  bool fresh;
  do
  :: d_step { nempty(frames) && nfull(receipts) ->
      frames?number, _;
      fresh = (number == wanted);
      if
      :: fresh -> wanted = (wanted + 1) % M
      :: else
      fi;
      receipts!wanted, fresh;
      number = 0; fresh = false }
  od
}

active proctype line() {
  do
  :: d_step { nempty(frames) -> frames?_, _ }
  :: d_step { nempty(receipts) -> receipts?_, _ }
  od
}
