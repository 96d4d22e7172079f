package io.quanttradingos.language;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import dev.langchain4j.model.output.FinishReason;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.language.CheckedAnswer.Unfit;

/** Asks a model once, with the client library. The library retries nothing, logs nothing and knows no key. */
final class ChatClient {
    private final ModelSettings settings;

    ChatClient(ModelSettings settings) {
        this.settings = settings;
    }

    /**
     * The answer, held against its shape.
     *
     * @throws Refusal the exchange's own, or that the answer is not understood
     */
    CheckedAnswer ask(Prompt prompt, AnswerShape shape, Exchange exchange) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                .responseFormat(format(shape))
                .build();
        try {
            return checked(shape, model(exchange).chat(request));
        } catch (ContentFilteredException e) {
            return new Unfit("the answer must be " + Wording.of(shape) + ", and was a refusal to answer");
        } catch (RuntimeException e) {
            throw meaning(e, exchange);
        }
    }

    private static CheckedAnswer checked(AnswerShape shape, ChatResponse response) {
        FinishReason end = response.finishReason();
        if (end == FinishReason.LENGTH) {
            return new Unfit("the answer must be short enough to be finished: " + Wording.of(shape));
        }
        if (end == FinishReason.CONTENT_FILTER) {
            return new Unfit("the answer must be " + Wording.of(shape) + ", and was withheld by the service's filter");
        }
        return AnswerReader.read(shape, response.aiMessage().text());
    }

    /** A refusal stands, however the library wrapped it; what goes wrong before the call is a bug. */
    private static RuntimeException meaning(RuntimeException failure, Exchange exchange) {
        Refusal refusal = exchange.refusal();
        if (refusal != null) {
            return refusal;
        }
        return exchange.isAnswered() ? LanguageFailures.misunderstood() : failure;
    }

    private OpenAiChatModel model(Exchange exchange) {
        OpenAiChatModelBuilder model = new OpenAiChatModelBuilder()
                .httpClientBuilder(exchange)
                .baseUrl(Exchange.BASE)
                .modelName(settings.model())
                .strictJsonSchema(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false);
        return settings.temperature() == null
                ? model.maxCompletionTokens(settings.mostTokens()).build()
                : model.temperature(settings.temperature())
                        .maxTokens(settings.mostTokens())
                        .build();
    }

    private ResponseFormat format(AnswerShape shape) {
        if (settings.format() == AnswerFormat.JSON_OBJECT) {
            return ResponseFormat.JSON;
        }
        JsonSchema schema = JsonSchema.builder()
                .name("answer")
                .rootElement(JsonRawSchema.from(ShapeSchema.strict(shape)))
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(schema)
                .build();
    }
}
