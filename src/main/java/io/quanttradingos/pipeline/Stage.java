package io.quanttradingos.pipeline;

import io.quanttradingos.state.Content;

/**
 * What an agent gave, with the JSON it is answered and recorded as. Both are made once for equal inputs and policies.
 *
 * @param value the agent's report
 * @param json its bytes and their digest
 */
public record Stage<T>(T value, Content json) {}
