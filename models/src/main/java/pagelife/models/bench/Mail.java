package pagelife.models.bench;

import io.vavr.collection.Queue;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;

/**
 * Clients that put requests into one queue, and a server that answers into a queue for each client: queues of records,
 * each held as one value.
 */
public final class Mail {
    /** Clients number their requests modulo this. */
    private static final int NUMBERS = 4;

    private Mail() {}

    /** A request. */
    public record Request(int client, boolean writes, int number) {}

    /** An answer to a request. */
    public record Answer(boolean writes, int number) {}

    /**
     * So many clients, of which at most {@code waiting} requests wait for the server, and at most {@code answered}
     * answers for each of them. All at least 1.
     */
    public static Model of(int clients, int waiting, int answered) {
        ModelBuilder builder = Model.builder("mail " + clients + " " + waiting + " " + answered);
        Channel<Request> requests = new Channel<>(builder.cell("requests", Queue.class, Queue.empty()), waiting);
        Vector<Integer> names = Vector.range(0, clients);
        CellFamily<Integer, Queue<Answer>> queues =
                builder.cells("answers", names, Queue.class, client -> Queue.empty());
        Vector<Channel<Answer>> answers = names.map(client -> new Channel<>(queues.of(client), answered));
        CellFamily<Integer, Integer> numbers = builder.cells("number", names, Integer.class, client -> 0);
        for (int client : names) {
            Cell<Integer> number = numbers.of(client);
            builder.task("client" + client)
                    .forever()
                    .step("read", now -> ask(now, requests, new Request(client, false, now.read(number)), number))
                    .or("write", now -> ask(now, requests, new Request(client, true, now.read(number)), number))
                    .or("take", now -> answers.get(client).take(now));
        }
        builder.task("server")
                .forever()
                .step("get", now -> now.hand(requests.take(now)))
                .step(
                        "answer",
                        Request.class,
                        (now, request) ->
                                answers.get(request.client()).put(now, new Answer(request.writes(), request.number())));
        return builder.build();
    }

    private static void ask(Now now, Channel<Request> requests, Request what, Cell<Integer> number) {
        requests.put(now, what);
        now.write(number, (what.number() + 1) % NUMBERS);
        now.stay();
    }
}
