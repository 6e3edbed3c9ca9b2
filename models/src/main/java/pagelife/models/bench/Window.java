package pagelife.models.bench;

import io.vavr.collection.Queue;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/**
 * A sender with a window, a receiver, and two queues between them that lose what they hold: go back N. Queues of
 * records, each held as one value.
 */
public final class Window {
    private Window() {}

    /** What the sender sends: a number, and whether it was sent before. */
    public record Frame(int number, boolean again) {}

    /** What the receiver sends: the number that it waits for, and whether it had waited for the last one. */
    public record Receipt(int number, boolean fresh) {}

    /**
     * The sender sends {@code window} frames before it waits, which are numbered modulo {@code numbers}; each queue
     * holds {@code room}. All at least 1.
     */
    public static Model of(int window, int numbers, int room) {
        ModelBuilder builder = Model.builder("window " + window + " " + numbers + " " + room);
        Cell<Integer> base = builder.cell("base", 0);
        Cell<Integer> sent = builder.cell("sent", 0);
        Cell<Integer> tried = builder.cell("tried", 0);
        Cell<Integer> wanted = builder.cell("wanted", 0);
        Channel<Frame> frames = new Channel<>(builder.cell("frames", Queue.class, Queue.empty()), room);
        Channel<Receipt> receipts = new Channel<>(builder.cell("receipts", Queue.class, Queue.empty()), room);
        builder.task("sender")
                .forever()
                .step("send", now -> {
                    int next = now.read(sent);
                    now.await(next < window);
                    boolean again = next < now.read(tried);
                    frames.put(now, new Frame((now.read(base) + next) % numbers, again));
                    now.write(sent, next + 1);
                    if (!again) {
                        now.write(tried, next + 1);
                    }
                    now.stay();
                })
                .or("goback", now -> {
                    now.await(now.read(sent) > 0);
                    now.write(sent, 0);
                })
                .or("acked", now -> {
                    int done = (receipts.take(now).number() - now.read(base) + numbers) % numbers;
                    if (done <= now.read(tried)) {
                        now.change(base, first -> (first + done) % numbers);
                        now.change(sent, count -> Math.max(0, count - done));
                        now.change(tried, count -> count - done);
                    }
                });
        builder.task("receiver").forever().step("receive", now -> {
            receipts.awaitRoom(now);
            boolean fresh = frames.take(now).number() == now.read(wanted);
            if (fresh) {
                now.change(wanted, number -> (number + 1) % numbers);
            }
            receipts.put(now, new Receipt(now.read(wanted), fresh));
        });
        builder.task("line")
                .forever()
                .step("lose-frame", now -> frames.take(now))
                .or("lose-receipt", now -> receipts.take(now));
        return builder.build();
    }
}
