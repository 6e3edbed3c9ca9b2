package pagelife.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium, spoken to in the protocol of WebDriver. Tests that need one are skipped where there is none. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, int port) throws IOException, InterruptedException {
        this.driver = driver;
        String at = "http://127.0.0.1:" + port + "/session";
        ObjectNode wanted = MAPPER.createObjectNode();
        ObjectNode always = wanted.putObject("capabilities").putObject("alwaysMatch");
        always.putObject("goog:loggingPrefs").put("browser", "ALL");
        ObjectNode options = always.putObject("goog:chromeOptions");
        List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")
                .forEach(options.putArray("args")::add);
        find("chromium", "chromium-browser", "google-chrome")
                .ifPresent(binary -> options.put("binary", binary.toString()));
        this.session = at + "/" + send("POST", at, wanted).get("sessionId").asText();
    }

    /** Starts one; skips the test if there is none here. */
    public static Browser start() throws IOException, InterruptedException {
        java.util.Optional<Path> driver = find("chromedriver");
        Assumptions.assumeTrue(driver.isPresent(), "no chromedriver here: install chromium and chromium-driver");
        Process process = new ProcessBuilder(driver.get().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return new Browser(process, Integer.parseInt(port.group(1)));
            }
        }
        throw new IOException("chromedriver did not start");
    }

    private static java.util.Optional<Path> find(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private JsonNode send(String method, String to, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(to))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode value = MAPPER.readTree(response.body()).get("value");
        if (response.statusCode() != 200) {
            throw new IOException(value.toString());
        }
        return value;
    }

    /** Goes to an address. */
    public void open(String address) throws IOException, InterruptedException {
        send("POST", session + "/url", MAPPER.createObjectNode().put("url", address));
    }

    /** What a piece of JavaScript returns; it may be a promise. */
    public JsonNode eval(String script) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode().put("script", script);
        body.putArray("args");
        return send("POST", session + "/execute/sync", body);
    }

    /** Presses keys, each a character; those without one by their code of WebDriver. */
    public void press(String keys) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode();
        ObjectNode source =
                body.putArray("actions").addObject().put("type", "key").put("id", "keyboard");
        var actions = source.putArray("actions");
        keys.chars().forEach(key -> {
            actions.addObject().put("type", "keyDown").put("value", Character.toString(key));
            actions.addObject().put("type", "keyUp").put("value", Character.toString(key));
        });
        send("POST", session + "/actions", body);
        settle();
    }

    /** Waits until what was begun is shown. */
    public void settle() throws IOException, InterruptedException {
        eval("return new Promise(done => setTimeout(() => requestAnimationFrame(() => done(1)), 60));");
    }

    /** The window in CSS pixels. */
    public void size(int width, int height) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode().put("cmd", "Emulation.setDeviceMetricsOverride");
        body.putObject("params")
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", true);
        send("POST", session + "/goog/cdp/execute", body);
    }

    /** What the page is shown on: {@code screen} or {@code print}. */
    public void media(String kind) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode().put("cmd", "Emulation.setEmulatedMedia");
        body.putObject("params").put("media", kind);
        send("POST", session + "/goog/cdp/execute", body);
    }

    /** What the browser complained about since it was asked last. */
    public String complaints() throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        send("POST", session + "/se/log", MAPPER.createObjectNode().put("type", "browser"))
                .forEach(entry -> said.append(entry.get("message").asText()).append('\n'));
        return said.toString();
    }

    /** A picture of the window. */
    public byte[] picture() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(send("GET", session + "/screenshot", null).asText());
    }

    @Override
    public void close() throws IOException {
        try {
            send("DELETE", session, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
