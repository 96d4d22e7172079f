package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser without a window and without a network but this machine, told what to do by the Chrome DevTools Protocol. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1",
            "--remote-debugging-port=0");
    private static final String LISTENING = "DevTools listening on ";
    private static final int LONGEST_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

    private Chromium(Path program) throws IOException {
        profile = Files.createTempDirectory("tear-sheet-browser");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(OPTIONS);
        command.add("--user-data-dir=" + profile);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address(process)), new Answers())
                .join();
    }

    /** Where a browser is that this can start; empty where there is none. */
    private static Optional<Path> program() {
        return NAMES.stream()
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser of its own; where there is none on this machine, the test that asks is skipped. */
    static Chromium startOrSkip() {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "skipped: there is no chromium, chromium-browser or google-chrome");
        try {
            return new Chromium(program.orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("the browser does not start", e);
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                drain(said);
                return line.substring(LISTENING.length()).strip();
            }
            lines.add(line);
        }
        throw new IOException("the browser ended and said " + lines);
    }

    /** A browser that cannot write waits. */
    private static void drain(BufferedReader said) {
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}), "what the browser says");
        reader.setDaemon(true);
        reader.start();
    }

    /** An empty tab. */
    Tab tab() {
        JsonNode target = call("", "Target.createTarget", Map.of("url", "about:blank"));
        JsonNode session = call(
                "",
                "Target.attachToTarget",
                Map.of("targetId", target.get("targetId").asText(), "flatten", true));
        Tab tab = new Tab(session.get("sessionId").asText());
        tabs.put(tab.session, tab);
        tab.begin();
        return tab;
    }

    private JsonNode call(String session, String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        ObjectNode message = SampleAnswer.JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", SampleAnswer.JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode answered = within(answer, method);
        if (answered.has("error")) {
            throw new IllegalStateException(method + ": " + answered.get("error"));
        }
        return answered.get("result");
    }

    private static <T> T within(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(what + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            call("", "Browser.close", Map.of());
            process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            remove(profile);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                take(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(String text) {
            try {
                JsonNode told = SampleAnswer.JSON.readTree(text);
                CompletableFuture<JsonNode> waiting =
                        awaited.remove(told.path("id").asInt());
                Tab tab = tabs.get(told.path("sessionId").asText());
                if (waiting != null) {
                    waiting.complete(told);
                } else if (tab != null) {
                    tab.happened(told);
                }
            } catch (IOException e) {
                throw new IllegalStateException("the browser wrote no JSON", e);
            }
        }
    }

    /** One page. */
    final class Tab {
        private final String session;
        private final List<String> problems = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();
        private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

        private Tab(String session) {
            this.session = session;
        }

        private void begin() {
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                call(session, domain + ".enable", Map.of());
            }
        }

        private synchronized void happened(JsonNode event) {
            String method = event.get("method").asText();
            JsonNode told = event.get("params");
            boolean isProblem = method.equals("Runtime.exceptionThrown")
                    || method.equals("Log.entryAdded")
                    || (method.equals("Runtime.consoleAPICalled")
                            && !told.path("type").asText().equals("log"))
                    || method.equals("Page.javascriptDialogOpening");
            if (isProblem) {
                problems.add(told.toString());
            }
            if (method.equals("Network.requestWillBeSent")) {
                requests.add(told.at("/request/url").asText());
            }
            if (method.equals("Page.loadEventFired")) {
                loaded.complete(null);
            }
        }

        /** Shows a file, at a width in pixels and in a colour scheme, light or dark, until it is drawn. */
        void open(Path file, int width, String scheme) {
            open(file.toUri(), width, scheme);
        }

        /** Shows what is at an address, likewise. */
        void open(URI address, int width, String scheme) {
            look(width, scheme);
            forget();
            loaded = new CompletableFuture<>();
            call(session, "Page.navigate", Map.of("url", address.toString()));
            within(loaded, "loading " + address);
            drawn();
        }

        private synchronized void forget() {
            problems.clear();
            requests.clear();
        }

        /** Shows what is shown at another width, or in another colour scheme. */
        void look(int width, String scheme) {
            call(
                    session,
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            call(
                    session,
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        }

        /** Loads the page anew. */
        void reload() {
            loaded = new CompletableFuture<>();
            call(session, "Page.reload", Map.of());
            within(loaded, "loading anew");
        }

        /** Waits until an expression is true. */
        void until(String expression) {
            JsonNode held = evaluate("new Promise(done => { const ends = performance.now() + 1000 * "
                    + LONGEST_SECONDS / 2
                    + "; const look = () => (" + expression + ") ? done(true) : performance.now() > ends ? done(false)"
                    + " : setTimeout(look, 20); look(); })");
            if (!held.asBoolean()) {
                throw new IllegalStateException("never so: " + expression + "; the page says "
                        + evaluate("document.body.innerText").asText());
            }
        }

        /** Chooses a file, as by the file chooser. */
        void choose(String selector, Path file) {
            JsonNode found = call(
                    session, "Runtime.evaluate", Map.of("expression", "document.querySelector('" + selector + "')"));
            call(
                    session,
                    "DOM.setFileInputFiles",
                    Map.of(
                            "objectId",
                            found.at("/result/objectId").asText(),
                            "files",
                            List.of(file.toAbsolutePath().normalize().toString())));
        }

        /** Writes where the focus is. */
        void write(String text) {
            call(session, "Input.insertText", Map.of("text", text));
        }

        /** The address of every request since the page was opened, those for what is in the page itself left out. */
        synchronized List<String> requests() {
            return requests.stream().filter(url -> !url.startsWith("data:")).toList();
        }

        /** Waits for the frame after the next: by then what was changed is on the screen. */
        void drawn() {
            evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        }

        /** Texts of the page: how many were {@code read}, and those too {@code faint} against what they stand on. */
        JsonNode faintTexts() throws IOException {
            return evaluate(new String(
                    Chromium.class.getResourceAsStream("faint-texts.js").readAllBytes(), StandardCharsets.UTF_8));
        }

        /** The value of an expression, a promise's once it is kept. */
        JsonNode evaluate(String expression) {
            JsonNode result = call(
                    session,
                    "Runtime.evaluate",
                    Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
            if (result.has("exceptionDetails")) {
                throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
            }
            return result.path("result").path("value");
        }

        /** Presses a key where the focus is. */
        void press(String key) {
            for (String type : List.of("keyDown", "keyUp")) {
                call(session, "Input.dispatchKeyEvent", Map.of("type", type, "key", key));
            }
            drawn();
        }

        /** Presses Enter where the focus is, which follows a link or presses a button. */
        void enter() {
            Map<String, Object> enter = Map.of("key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13);
            Map<String, Object> down = new HashMap<>(enter);
            down.put("type", "keyDown");
            down.put("text", "\r");
            call(session, "Input.dispatchKeyEvent", down);
            Map<String, Object> up = new HashMap<>(enter);
            up.put("type", "keyUp");
            call(session, "Input.dispatchKeyEvent", up);
        }

        /** What the console, the policy or a dialog complained of since the page was opened, in the browser's words. */
        synchronized List<String> problems() {
            return List.copyOf(problems);
        }

        /** A picture of the whole page. */
        void picture(Path file) throws IOException {
            JsonNode size = call(session, "Page.getLayoutMetrics", Map.of()).get("cssContentSize");
            Map<String, Double> whole = Map.of(
                    "x", 0.0,
                    "y", 0.0,
                    "width", size.get("width").asDouble(),
                    "height", size.get("height").asDouble(),
                    "scale", 1.0);
            JsonNode taken = call(
                    session,
                    "Page.captureScreenshot",
                    Map.of("format", "png", "captureBeyondViewport", true, "clip", whole));
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(taken.get("data").asText()));
        }

        /** Shows the page in the styles of paper. */
        void asPaper() {
            call(session, "Emulation.setEmulatedMedia", Map.of("media", "print"));
            drawn();
        }

        /** The page on paper, as a PDF file's bytes. */
        byte[] printed() {
            return Base64.getDecoder()
                    .decode(call(session, "Page.printToPDF", Map.of("printBackground", true))
                            .get("data")
                            .asText());
        }
    }
}
