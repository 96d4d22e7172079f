package io.quanttradingos.camel;

import io.quanttradingos.pipeline.ExecutionDiscipline;
import io.quanttradingos.pipeline.WithDiscipline;
import io.quanttradingos.pipeline.WithPortfolio;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Joins the discipline that the enrich step fetched to the stage it was fetched for. */
public final class WithDisciplineStrategy implements AggregationStrategy {
    @Override
    public Exchange aggregate(Exchange stage, Exchange fetched) {
        WithPortfolio portfolio = stage.getMessage().getBody(WithPortfolio.class);
        ExecutionDiscipline discipline = fetched.getMessage().getBody(ExecutionDiscipline.class);
        stage.getMessage().setBody(new WithDiscipline(portfolio, discipline));
        return stage;
    }
}
