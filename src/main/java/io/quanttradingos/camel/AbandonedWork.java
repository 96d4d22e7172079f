package io.quanttradingos.camel;

import io.quanttradingos.failure.Abandonment;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Begins no step of a route for a client that has left, so that nothing is recorded of what nobody waits for. */
final class AbandonedWork implements InterceptStrategy {
    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (isAbandoned(exchange)) {
                    callback.done(true);
                    return true;
                }
                return super.process(exchange, callback);
            }
        };
    }

    /** The steps that deal with a failure are taken. */
    private static boolean isAbandoned(Exchange exchange) {
        if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null) {
            return false;
        }
        try {
            Abandonment.check();
            return false;
        } catch (Abandonment.Abandoned e) {
            exchange.setException(e);
            return true;
        }
    }
}
