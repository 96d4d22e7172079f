package io.quanttradingos.camel;

import io.quanttradingos.api.UnsupportedBody;
import io.quanttradingos.failure.Refusal;
import io.vertx.core.http.HttpServerRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Tells a {@link RouteWatch} of every exchange of every route, and the access log of those that came over HTTP. */
final class WatchedRoutes implements RoutePolicyFactory {
    private final RouteWatch watch;
    private final AccessLog access;

    WatchedRoutes(RouteWatch watch, AccessLog access) {
        this.watch = watch;
        this.access = access;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return new WatchedRoute(routeId);
    }

    private static String door(Route route) {
        String uri = route.getEndpoint().getEndpointBaseUri();
        return switch (uri.substring(0, Math.max(0, uri.indexOf(':')))) {
            case "platform-http", "rest" -> "http";
            case "file" -> "inbox";
            case "quartz" -> "timer";
            default -> "inner";
        };
    }

    /** What became of an exchange, also where the door's error policy has made a problem of it. */
    private static RouteWatch.Outcome outcome(Exchange exchange) {
        Throwable failure = exchange.getException();
        if (failure == null) {
            failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        }
        if (failure == null) {
            return RouteWatch.Outcome.OK;
        }
        return isTheSenders(failure) ? RouteWatch.Outcome.REFUSED : RouteWatch.Outcome.FAILED;
    }

    private static boolean isTheSenders(Throwable failure) {
        return failure instanceof UnsupportedBody || (failure instanceof Refusal refusal && refusal.isTheSenders());
    }

    private static @Nullable String header(Exchange exchange, String name) {
        HttpServerRequest request = exchange.getMessage() instanceof HttpMessage message ? message.getRequest() : null;
        return request == null ? null : request.getHeader(name);
    }

    private final class WatchedRoute extends RoutePolicySupport {
        private final String id;
        private final String property;
        private boolean http;
        private RouteWatch.@Nullable Watched watched;

        WatchedRoute(String id) {
            this.id = id;
            this.property = "QtosWatched-" + id;
        }

        @Override
        public void onInit(Route route) {
            String door = door(route);
            http = door.equals("http");
            watched = watch.route(id, door);
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            RouteWatch.Watched told = watched;
            if (told != null) {
                exchange.setProperty(property, told.begun(name -> header(exchange, name)));
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            RouteWatch.Watched told = watched;
            Object begun = exchange.removeProperty(property);
            if (told == null || begun == null) {
                return;
            }
            if (http) {
                access.answered(id, exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class));
            }
            told.ended(begun, outcome(exchange));
        }
    }
}
