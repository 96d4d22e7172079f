package io.quanttradingos.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.Problem;
import io.quanttradingos.failure.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.spi.RestRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of the REST routes, opened only once every route is there.
 *
 * <p>Camel's own server listens before its routes exist and only logs when the port is taken. This one builds the router
 * with the context, is opened by {@link #open} when all else has started, and says so where it cannot. Around Camel's
 * router stands one of ours, which answers what no route sees (unknown path, wrong method, too large) with a problem,
 * bounds the requests in work and asks for the token.
 */
public final class HttpDoor extends VertxPlatformHttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final Set<String> OPEN_PATHS =
            Set.of("/", "/health", "/health/live", "/health/ready", "/health/started", "/docs", "/openapi.json");
    private static final List<String> OPEN_FOLDERS = List.of("/docs/", "/dashboard/");
    private static final String METRICS = "/metrics";
    /** Whoever looks after a service must see it when it is too busy for others. */
    private static final int MORE_FOR_METRICS = 4;

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int LARGEST_HEADERS = 32 * 1024;

    /**
     * What the server is opened with.
     *
     * @param bind the address to listen on
     * @param port 0 for any free one
     * @param mostBodyBytes larger bodies are answered 413
     * @param mostInFlight further requests are answered 503
     * @param mostBytesInWork memory for all bodies together; those there is no room for are answered 503
     * @param mostConnections further ones are closed unheard
     * @param patience how long a client may keep the service waiting
     * @param workerThreads threads that run the routes
     * @param uploads folder for what is being uploaded; emptied when the server opens
     * @param accessToken the bearer token asked for; null asks for none
     * @param openMetrics whether the metrics are given without it
     */
    public record Options(
            String bind,
            int port,
            long mostBodyBytes,
            int mostInFlight,
            long mostBytesInWork,
            int mostConnections,
            Duration patience,
            int workerThreads,
            Path uploads,
            @Nullable String accessToken,
            boolean openMetrics) {}

    private final Options options;
    private final RequestBounds bounds;
    private final ClientConnections connections;
    private final DoorWatch watch;
    private final AccessLog access;
    private @Nullable HttpServer opened;

    /** A door that is not open yet. */
    public HttpDoor(Options options, DoorWatch watch, AccessLog access) {
        super(configuration(options));
        this.watch = watch;
        this.access = access;
        this.options = options;
        this.bounds = new RequestBounds(options.mostInFlight(), options.mostBodyBytes(), options.mostBytesInWork());
        this.connections = new ClientConnections(this::getVertx, options.mostConnections(), options.patience());
    }

    private static VertxPlatformHttpServerConfiguration configuration(Options options) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(options.bind());
        configuration.setBindPort(options.port());
        configuration.setMaxBodySize(options.mostBodyBytes());
        configuration.getBodyHandler().setUploadsDirectory(options.uploads().toString());
        configuration.getBodyHandler().setDeleteUploadedFilesOnEnd(true);
        configuration.getBodyHandler().setMergeFormAttributes(false);
        return configuration;
    }

    @Override
    protected Vertx createVertxInstance() {
        return Vertx.vertx(new VertxOptions()
                .setWorkerPoolSize(options.workerThreads())
                .setPreferNativeTransport(true)
                .setMaxWorkerExecuteTime(10)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES));
    }

    /** Builds Camel's router, and listens to nothing yet. */
    @Override
    protected void doStart() {
        initializeServer();
    }

    /** What the context must know of before it starts: by name, the engine that ties its REST routes to this server. */
    public Map<String, Object> beans() {
        return Map.of(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, new HttpEngine(options.port()));
    }

    /**
     * Listens.
     *
     * @return the port
     * @throws Refusal where the address cannot be had
     * @throws UncheckedIOException where the folder of uploads cannot be emptied
     */
    public int open() {
        forgetAbandonedUploads();
        Router root = Router.router(getVertx());
        root.route().handler(this::admit).failureHandler(HttpDoor::unlessAnswered);
        root.route("/*").subRouter(camelRouter());
        answerErrorsWithProblems(root);
        HttpServer server = getVertx()
                .createHttpServer(new HttpServerOptions()
                        // a connection would be handed over only once its first request is there, and nobody needs it
                        .setHttp2ClearTextEnabled(false)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LARGEST_HEADERS)
                        .setHandle100ContinueAutomatically(true)
                        .setDecompressionSupported(false)
                        .setTcpNoDelay(true))
                .connectionHandler(connections::opened)
                .requestHandler(request -> {
                    if (connections.begun(request)) {
                        root.handle(ArrivingRequest.of(request));
                    }
                })
                .invalidRequestHandler(this::refuseUnreadable);
        try {
            server.listen(options.port(), options.bind())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw cannotListen(e);
        }
        opened = server;
        return server.actualPort();
    }

    /** A service that was killed leaves what it was being sent. */
    private void forgetAbandonedUploads() {
        try {
            Files.createDirectories(options.uploads());
            try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(options.uploads())) {
                for (Path file : abandoned) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of uploads cannot be emptied: " + e.getMessage(), e);
        }
    }

    private VertxPlatformHttpRouter camelRouter() {
        String name = VertxPlatformHttpRouter.getRouterNameFromPort(options.port());
        return VertxPlatformHttpRouter.lookup(getCamelContext(), name);
    }

    private Refusal cannotListen(CompletionException failure) {
        String address = options.bind() + ":" + options.port();
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String why = cause instanceof BindException
                ? "the address is taken or not one of this machine's; choose another with QTOS_PORT or QTOS_BIND"
                : String.valueOf(cause.getMessage());
        return new Refusal(Refusal.Kind.OVERLOADED, "cannot listen on " + address + ": " + why, List.of(), failure);
    }

    /** Requests in work. */
    public int inFlight() {
        return bounds.requests();
    }

    /** Connections open. */
    public int openConnections() {
        return connections.open();
    }

    private void admit(RoutingContext request) {
        if (isHeadOfGet(request)) {
            request.reroute(HttpMethod.GET, path(request)); // the server leaves the body of the answer out
            return;
        }
        request.addEndHandler(ended -> watch.answered(request.response().getStatusCode()));
        if (!hasToken(request)) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
            answer(
                    request,
                    Problem.of(401, "Unauthorized", "Send the token as 'Authorization: Bearer …'.", path(request)));
            return;
        }
        String encoding = request.request().getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            answer(
                    request,
                    Problem.of(
                            400, "Bad request", "The only Transfer-Encoding that is read is chunked.", path(request)));
            return;
        }
        if (!FormGuard.hasReadableType(request.request())) {
            answer(
                    request,
                    Problem.of(
                            400,
                            "Invalid input",
                            "The form cannot be read by its Content-Type; is its boundary complete?",
                            path(request)));
            return;
        }
        if (isFormWhereNoneCanBe(request)) {
            answer(
                    request,
                    Problem.of(
                            415,
                            "Unsupported media type",
                            "A " + request.request().method() + " request carries no form; use the query.",
                            path(request)));
            return;
        }
        if (HttpEngine.SIGN_OF_LIFE.contains(path(request))) {
            request.next();
            return;
        }
        Admission admission = bounds.admit(FormGuard.isJson(request.request()), placesBeyond(request));
        if (admission == null) {
            overloaded(request, "More than " + options.mostInFlight() + " requests are in work");
            return;
        }
        request.put(Admission.PROPERTY, admission);
        request.addEndHandler(ended -> admission.answerEnds(ended.failed()));
        if (!admission.takes(lengthOf(request.request()))) {
            noRoom(request, admission);
            return;
        }
        ArrivingRequest.count(request, admission, () -> noRoom(request, admission));
        FormGuard.whereCutShort(
                getVertx(),
                request,
                () -> answer(
                        request,
                        Problem.of(400, "Invalid input", "The form ends before its last boundary.", path(request))));
        request.next();
    }

    private static int placesBeyond(RoutingContext request) {
        return path(request).equals(METRICS) ? MORE_FOR_METRICS : 0;
    }

    /** What a request says its body will be; 0 where it has none, or does not know. */
    private static long lengthOf(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Math.max(0, Long.parseLong(length));
        } catch (NumberFormatException e) {
            return 0; // the decoder lets none through
        }
    }

    private void noRoom(RoutingContext request, Admission admission) {
        if (admission.isTooLarge()) {
            answer(request, tooLarge(request));
            return;
        }
        overloaded(
                request,
                "The bodies of the requests in work leave no room for this one in the "
                        + (options.mostBytesInWork() >> 20) + " MiB that QTOS_INFLIGHT_MEBIBYTES allows");
    }

    private void overloaded(RoutingContext request, String why) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        request.response().putHeader("Retry-After", bounds.retryAfter());
        answer(request, Problem.of(503, "Overloaded", why + "; try again in a few seconds.", path(request)));
    }

    /** A client that hangs up after its answer, such as a refusal of a body it still sends, is no failure of ours. */
    private static void unlessAnswered(RoutingContext request) {
        if (!request.response().ended() && !request.response().closed()) {
            request.next();
        }
    }

    /** What cannot even be read as HTTP reaches no router. */
    private void refuseUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Problem problem;
        if (cause instanceof TooLongHttpLineException) {
            problem = Problem.of(
                    414, "URI too long", "The address is longer than the " + LONGEST_LINE + " bytes allowed.", null);
        } else if (cause instanceof TooLongHttpHeaderException) {
            problem = Problem.of(
                    431,
                    "Headers too large",
                    "The headers are larger than the " + LARGEST_HEADERS + " bytes allowed.",
                    null);
        } else {
            problem = Problem.of(400, "Bad request", "The request is not valid HTTP.", null);
        }
        watch.answered(problem.status());
        access.refused(problem.status());
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(Buffer.buffer(Json.bytes(problem)))
                .onComplete(sent -> request.connection().close());
    }

    /** Vert.x would throw over it. */
    private static boolean isFormWhereNoneCanBe(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        String method = request.request().method().name();
        return type != null
                && (method.equals("GET") || method.equals("HEAD"))
                && (type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                        || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"));
    }

    private boolean hasToken(RoutingContext request) {
        String token = options.accessToken();
        if (token == null
                || OPEN_PATHS.stream().anyMatch(open -> request.normalizedPath().equals(open))
                || (options.openMetrics() && request.normalizedPath().equals(METRICS))
                || OPEN_FOLDERS.stream()
                        .anyMatch(open -> request.normalizedPath().startsWith(open))) {
            return true;
        }
        String header = request.request().getHeader("Authorization");
        return header != null && sameText(header, "Bearer " + token);
    }

    /** Takes the same time wherever the first difference is. */
    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private void answerErrorsWithProblems(Router root) {
        root.errorHandler(404, request -> answer(request, notFound(request)));
        root.errorHandler(405, request -> answer(request, methodNotAllowed(request)));
        root.errorHandler(413, request -> answer(request, tooLarge(request)));
        for (int status : new int[] {400, 406, 408, 414, 415, 431}) {
            root.errorHandler(
                    status,
                    request -> answer(
                            request,
                            Problem.of(status, "Bad request", "The request could not be read.", path(request))));
        }
        root.errorHandler(500, request -> {
            if (FormGuard.isUnread(request)) {
                answer(request, unreadForm(request));
                return;
            }
            LOG.error("a request failed outside its route", request.failure());
            answer(request, Problem.internal(path(request)));
        });
    }

    /** The disk has failed, or the form is none. */
    private static Problem unreadForm(RoutingContext request) {
        for (Throwable at = request.failure(); at != null; at = at.getCause()) {
            if (isOfTheDisk(at)) {
                LOG.error("an upload could not be kept", request.failure());
                request.response().putHeader("Retry-After", "1");
                return Problem.of(503, "Storage failed", "The upload could not be kept on the disk.", path(request));
            }
        }
        return Problem.of(400, "Invalid input", "The form cannot be read.", path(request));
    }

    private static boolean isOfTheDisk(Throwable failure) {
        return failure instanceof FileSystemException || failure instanceof IOException;
    }

    private static Problem notFound(RoutingContext request) {
        return Problem.of(404, "Not found", "Nothing is at this path; /docs lists what is.", path(request));
    }

    /**
     * Whether the head of what GET answers is asked for: by a load balancer, or by {@code curl -I}. Not where POST is possible
     * too, for there a run would be made and recorded to say how long its answer is; nor with a query, which would be lost.
     */
    private boolean isHeadOfGet(RoutingContext request) {
        return request.request().method() == HttpMethod.HEAD
                && request.request().query() == null
                && isHeadOfGet(methods(request));
    }

    private static boolean isHeadOfGet(Set<String> methods) {
        return methods.contains("GET") && !methods.contains("POST");
    }

    private Set<String> methods(RoutingContext request) {
        Set<String> methods = new TreeSet<>();
        for (RestRegistry.RestService service :
                getCamelContext().getRestRegistry().listAllRestServices()) {
            if (matches(templateOf(service), path(request))) {
                methods.add(service.getMethod().toUpperCase(Locale.ROOT));
            }
        }
        return methods;
    }

    private Problem methodNotAllowed(RoutingContext request) {
        Set<String> allowed = methods(request);
        if (isHeadOfGet(allowed)) {
            allowed.add("HEAD");
        }
        String methods = String.join(", ", allowed);
        request.response().putHeader("Allow", methods);
        return Problem.of(
                405,
                "Method not allowed",
                request.request().method() + " is not possible here; " + methods + " is.",
                path(request));
    }

    /** The path behind {@code http://host:port}. */
    private static String templateOf(RestRegistry.RestService service) {
        return service.getUrl().replaceFirst("^[a-z]+://[^/]+", "");
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{[^/}]+}", "[^/]+"));
    }

    private Problem tooLarge(RoutingContext request) {
        boolean json = FormGuard.isJson(request.request()) && Json.MOST_BYTES < options.mostBodyBytes();
        return Problem.of(
                413,
                "Too large",
                json
                        ? "The body is larger than the " + Json.MOST_BYTES
                                + " bytes that JSON may have; send a large table as a CSV file."
                        : "The body is larger than the " + options.mostBodyBytes()
                                + " bytes that QTOS_MAX_BODY_BYTES allows.",
                path(request));
    }

    private static String path(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException e) {
            return String.valueOf(request.request().path());
        }
    }

    private void answer(RoutingContext request, Problem problem) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        access.refused(problem.status());
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.bytes(problem)));
    }

    @Override
    public @Nullable HttpServer getServer() {
        return opened;
    }

    @Override
    protected void doStop() {
        HttpServer server = opened;
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            opened = null;
        }
        Vertx vertx = getVertx();
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
