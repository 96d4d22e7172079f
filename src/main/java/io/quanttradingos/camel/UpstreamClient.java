package io.quanttradingos.camel;

import com.fasterxml.jackson.core.JsonParseException;
import io.quanttradingos.upstream.call.Transport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How upstream services are asked: in bounded time, for a bounded answer, and without retries behind our back.
 *
 * <p>A request is signed with the key of the {@link Sending} its exchange carries, may take its time, and fails with {@link
 * HttpTransport.Unsuccessful} where it is not answered with a success, whose words are then not read. This must be the endpoint's
 * listener too, because only where there is one does Camel tell a request its exchange.
 */
public final class UpstreamClient implements HttpClientConfigurer, HttpActivityListener {
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries().disableCookieManagement().disableRedirectHandling();
        client.addExecInterceptorFirst("bounds", this::bounded);
    }

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, @Nullable HttpEntity entity) {
        // nothing to be told
    }

    @Override
    public void onResponseReceived(
            Object source,
            Exchange exchange,
            HttpHost host,
            HttpResponse response,
            @Nullable HttpEntity entity,
            long elapsed) {
        // nothing to be told
    }

    private static RequestConfig waiting(RequestConfig.Builder config, Duration timeout) {
        return config.setConnectionRequestTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .setResponseTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private ClassicHttpResponse bounded(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Sending sending = Sending.of(scope.clientContext);
        if (sending == null) {
            throw new IllegalStateException("a request that nobody sends");
        }
        sending.sign(request);
        HttpClientContext context = scope.clientContext;
        context.setRequestConfig(waiting(RequestConfig.copy(context.getRequestConfigOrDefault()), sending.within()));
        cutOffAfter(sending.within(), scope.execRuntime, sending);
        ClassicHttpResponse response = successful(chain.proceed(request, scope), scope.execRuntime, sending);
        return atMost(response, scope.execRuntime);
    }

    /** The client's own timeouts end a silence, not an answer that comes drop by drop: that one is cut off. */
    private static void cutOffAfter(Duration within, ExecRuntime connection, Sending sending) {
        CompletableFuture.delayedExecutor(within.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    sending.cutOff();
                    connection.discardEndpoint();
                });
    }

    private static ClassicHttpResponse successful(ClassicHttpResponse response, ExecRuntime connection, Sending sending)
            throws IOException {
        if (response.getCode() / 100 == 2) {
            if (response.getEntity() == null) {
                throw new JsonParseException(null, "the answer is empty");
            }
            return response;
        }
        // closing the response would read it to its end
        connection.discardEndpoint();
        Header retryAfter = response.getFirstHeader("Retry-After");
        throw new HttpTransport.Unsuccessful(
                response.getCode(),
                RetryAfter.parse(
                        retryAfter == null ? null : retryAfter.getValue(),
                        sending.clock().instant()));
    }

    private static ClassicHttpResponse atMost(ClassicHttpResponse response, ExecRuntime connection) {
        if (response.getEntity() != null) {
            response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                @Override
                public InputStream getContent() throws IOException {
                    return new AtMost(super.getContent(), connection);
                }
            });
        }
        return response;
    }

    /** Fails where more is read than an answer may hold. */
    private static final class AtMost extends FilterInputStream {
        private final ExecRuntime connection;
        private long read;

        AtMost(InputStream in, ExecRuntime connection) {
            super(in);
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            return count(count, count);
        }

        private int count(int result, int bytes) throws IOException {
            if (result >= 0) {
                read += bytes;
                if (read > MOST_BYTES) {
                    // closing the stream would read it to its end
                    connection.discardEndpoint();
                    throw new Transport.TooLarge(MOST_BYTES);
                }
            }
            return result;
        }
    }
}
