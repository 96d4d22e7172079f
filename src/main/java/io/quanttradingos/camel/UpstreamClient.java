package io.quanttradingos.camel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** How upstream services are asked: in bounded time, and without retries behind our back. */
public final class UpstreamClient implements HttpClientConfigurer {
    private final Duration timeout;

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
    }
}
