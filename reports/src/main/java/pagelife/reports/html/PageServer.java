package pagelife.reports.html;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pagelife.checker.model.State;
import pagelife.reports.CheckReport;
import pagelife.reports.explore.Numbered;
import pagelife.reports.explore.Walk;

/**
 * The page of a model that is too large to stand in one: served to this machine only, and what can be done in a state
 * is found when the page asks.
 *
 * <p>It listens on the loopback address alone. Whoever asks must know the token in the address of the page, which no
 * other user and no other page in the browser does; and must call the server by its own name, so that a page whose name
 * was made to mean this machine gets nothing.
 */
public final class PageServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, PageServer::daemon);
    private final String token;
    private final Seq<String> names;
    private final byte[] page;
    private final NodeJson nodes;

    private PageServer(HttpServer server, Content content, Numbered numbers, String token) {
        this.server = server;
        this.token = token;
        int port = server.getAddress().getPort();
        this.names = Vector.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.page = Template.served().page(content.name(), PageJson.of(content)).getBytes(StandardCharsets.UTF_8);
        this.nodes = new NodeJson(content.guide(), numbers);
    }

    /**
     * Starts to serve what was found, to be walked on from there.
     *
     * @param walk where to begin
     * @param port where; 0 for any that is free
     * @throws IOException if nothing can listen there
     */
    public static PageServer start(CheckReport report, Walk walk, int port) throws IOException {
        Numbered numbers = new Numbered();
        return start(Content.served(report, walk, numbers), numbers, port);
    }

    private static PageServer start(Content content, Numbered numbers, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        PageServer started =
                new PageServer(server, content, numbers, HexFormat.of().formatHex(secret));
        server.createContext("/", started::answer);
        server.setExecutor(started.threads);
        server.start();
        return started;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "page server");
        thread.setDaemon(true);
        return thread;
    }

    /** The address of the page. */
    public String address() {
        return "http://" + names.head() + "/?token=" + token;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "only GET is answered");
            } else if (!names.contains(
                    Option.of(exchange.getRequestHeaders().getFirst("Host")).getOrElse(""))) {
                send(exchange, 403, "text/plain", "this server is called " + names.head());
            } else if (!isKnown(parameter(exchange, "token"))) {
                send(exchange, 403, "text/plain", "the address must have the token that was printed");
            } else {
                resource(exchange);
            }
        }
    }

    private void resource(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, 200, "text/html", page);
            case "/state" -> state(exchange);
            default -> send(exchange, 404, "text/plain", "there is nothing but the page");
        }
    }

    private void state(HttpExchange exchange) throws IOException {
        Option<State> state = nodes.state(parameter(exchange, "number"));
        if (state.isEmpty()) {
            send(exchange, 404, "text/plain", "no state has this number: open the page again");
        } else {
            send(exchange, 200, "application/json", nodes.of(state.get()));
        }
    }

    /** In constant time. */
    private boolean isKnown(String said) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = Option.of(exchange.getRequestURI().getRawQuery()).getOrElse("");
        return Vector.of(query.split("&", -1))
                .find(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .getOrElse("");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
