package io.quanttradingos.camel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** How upstream services are asked: in bounded time, for a bounded answer, and without retries behind our back. */
public final class UpstreamClient implements HttpClientConfigurer {
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Duration timeout;

    /** @param timeout the whole time one request may take, from the connection to the last byte of the answer */
    public UpstreamClient(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries().disableCookieManagement();
        client.setDefaultRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .setResponseTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build());
        client.addExecInterceptorFirst("bounds", this::bounded);
    }

    /** The client's own timeouts end a silence, not an answer that comes drop by drop: that one is cut off. */
    private ClassicHttpResponse bounded(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .execute(scope.execRuntime::discardEndpoint);
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
            response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                @Override
                public InputStream getContent() throws IOException {
                    return new AtMost(super.getContent());
                }
            });
        }
        return response;
    }

    /** Fails where more is read than an answer may hold. */
    private static final class AtMost extends FilterInputStream {
        private long read;

        AtMost(InputStream in) {
            super(in);
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
                    throw new IOException("the answer is larger than " + MOST_BYTES + " bytes");
                }
            }
            return result;
        }
    }
}
