package pagelife.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.reports.CheckReport;
import pagelife.reports.Waits;
import pagelife.reports.explore.Walk;
import pagelife.reports.outcome.Outcome;

/** Whoever has the address may ask; nobody else gets anything. */
class PageServerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PageServer server;
    private Outcome outcome;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        outcome = Waits.outcome("waitwake/m1");
        State first = outcome.result().model().initialStates().head();
        server = PageServer.start(CheckReport.of(outcome), Walk.from(first), 0);
        address = URI.create(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String token() {
        return address.getQuery();
    }

    private String get(String path, String host) throws IOException {
        return request("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private String request(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String own() {
        return "127.0.0.1:" + address.getPort();
    }

    @Test
    void thePageComesWithTheToken() throws IOException {
        String answer = get("/?" + token(), own());
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.contains("connect-src 'self'"), "it may ask this server");
        assertTrue(answer.contains("default-src 'none'"), "and nobody else");
        assertTrue(answer.contains("X-content-type-options: nosniff"), answer.substring(0, 400));
    }

    @Test
    void withoutTheTokenNothingComes() throws IOException {
        for (String path : Vector.of(
                "/",
                "/?token=",
                "/?token=0123",
                "/state?number=0",
                "/?" + token() + "0",
                "/?xtoken=1&" + token() + "a")) {
            String answer = get(path, own());
            assertTrue(answer.startsWith("HTTP/1.1 403"), path + ": " + answer);
            assertFalse(answer.contains("waitwake"), answer);
        }
    }

    /** A page of an attacker whose name was made to mean 127.0.0.1 sends its own name. */
    @Test
    void aForeignNameGetsNothing() throws IOException {
        for (String host : Vector.of(
                "attacker.example", "attacker.example:" + address.getPort(), "127.0.0.1", "127.0.0.1:1", "")) {
            String answer = get("/?" + token(), host);
            assertTrue(answer.startsWith("HTTP/1.1 403") || answer.startsWith("HTTP/1.1 400"), host + ": " + answer);
        }
    }

    @Test
    void onlyReadingIsAnswered() throws IOException {
        String answer = request("POST /?" + token() + " HTTP/1.1\r\nHost: " + own()
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
    }

    @Test
    void whatIsNotThereIsSaidToBeSo() throws IOException {
        for (String path :
                Vector.of("/state?number=99999&", "/state?number=x&", "/state?number=-1&", "/state?", "/etc/passwd?")) {
            String answer = get(path + token(), own());
            assertTrue(answer.startsWith("HTTP/1.1 404"), path + ": " + answer);
        }
    }

    @Test
    void itListensOnThisMachineOnly() throws IOException {
        for (NetworkInterface net : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress other : Collections.list(net.getInetAddresses())) {
                if (!other.isLoopbackAddress()) {
                    assertFalse(isOpen(other), other + " is no loopback address");
                }
            }
        }
        assertTrue(InetAddress.getByName(address.getHost()).isLoopbackAddress());
    }

    private boolean isOpen(InetAddress at) {
        try (Socket socket = new Socket(at, address.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** From state to state, as the model's own code goes. */
    @Test
    void aStateIsWhatTheModelSays() throws IOException {
        State state = outcome.result().model().initialStates().head();
        int number = 0;
        for (int taken = 0; taken < 8; taken++) {
            String answer = get("/state?number=" + number + "&" + token(), own());
            JsonNode told = MAPPER.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
            Seq<Move> moves = Move.in(state);
            assertEquals(moves.size(), told.get("moves").size());
            for (var cell : state.model().cells()) {
                assertEquals(
                        pagelife.checker.value.Value.of(state.read(cell)).text(),
                        told.get("cells").get(cell.name()).asText());
            }
            if (moves.isEmpty()) {
                return;
            }
            number = told.get("moves").get(moves.size() - 1).get("to").asInt();
            state = moves.last().to();
        }
    }

    @Test
    void aBrowserWalksThroughIt() throws IOException, InterruptedException {
        try (Browser browser = Browser.start()) {
            browser.open(server.address() + "#start:0");
            browser.settle();
            int moves = browser.eval("return document.querySelectorAll('.move').length")
                    .asInt();
            assertEquals(
                    Move.in(outcome.result().model().initialStates().head()).size(), moves);
            browser.press("1");
            browser.press("1");
            assertEquals(
                    "2",
                    browser.eval("return document.querySelector('.race .cur th').innerText")
                            .asText());
            browser.press("u");
            assertEquals(
                    "1",
                    browser.eval("return document.querySelector('.race .cur th').innerText")
                            .asText());
            assertEquals(
                    "",
                    browser.complaints()
                            .lines()
                            .filter(line -> !line.contains("favicon"))
                            .reduce("", String::concat));
        }
    }
}
