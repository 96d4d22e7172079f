package io.quanttradingos.language;

import io.quanttradingos.language.CheckedAnswer.Fitting;
import io.quanttradingos.language.CheckedAnswer.Unfit;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.UpstreamCalls;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model behind any OpenAI-compatible service of chat completions.
 *
 * <p>The model gets two messages: our rules with the task, and the facts as one JSON document. It must answer in the
 * question's shape; where it does not, it is told so once. Its texts are a stranger's and may hold markup: whoever shows
 * them must escape them.
 *
 * <p>Beyond {@link LanguageModel#ask} it refuses where the facts are too many ({@code NOT_USABLE}) and where the tokens of the
 * day are used up ({@code OVERLOADED}); questions under way at that moment are still answered.
 */
public final class ChatLanguageModel implements LanguageModel {
    private final UpstreamCalls calls;
    private final ModelSettings settings;
    private final ChatClient client;
    private final DailyTokens today;

    /**
     * A model.
     *
     * @param time says which day it is
     */
    public ChatLanguageModel(UpstreamCalls calls, ModelSettings settings, InstantSource time) {
        this.calls = calls;
        this.settings = settings;
        this.client = new ChatClient(settings);
        this.today = new DailyTokens(settings.dailyTokens(), time);
    }

    /** Whether some of the day's tokens are left; where none are, {@link #ask} refuses. */
    public boolean affordable() {
        return today.someAreLeft();
    }

    @Override
    public Explanation ask(Question question, AccessKey key, Budget budget) {
        String facts = Facts.document(question.facts());
        if (!affordable()) {
            throw LanguageFailures.tooDear(settings.dailyTokens());
        }
        Round first = round(question, facts, null, exchange(question, question.subject(), key, budget));
        if (first.answer() instanceof Fitting fitting) {
            return fitting.by(first.model(), first.tokens());
        }
        Exchange again = exchange(question, question.subject() + " again", key, budget);
        Round second = round(question, facts, (Unfit) first.answer(), again);
        if (second.answer() instanceof Fitting fitting) {
            return fitting.by(second.model(), first.tokens().plus(second.tokens()));
        }
        throw LanguageFailures.unfit((Unfit) second.answer());
    }

    private Exchange exchange(Question question, String subject, AccessKey key, Budget budget) {
        return new Exchange(calls, subject, question.day(), key, budget);
    }

    /** One time asked and answered. */
    private record Round(CheckedAnswer answer, String model, TokenUse tokens) {}

    private Round round(Question question, String facts, @Nullable Unfit before, Exchange exchange) {
        Prompt prompt = Prompt.of(question, facts, settings.format(), before);
        try {
            CheckedAnswer answer = client.ask(prompt, question.shape(), exchange);
            return new Round(answer, exchange.model(settings.model()), exchange.tokens());
        } finally {
            today.spend(exchange.tokensAtMost());
        }
    }
}
