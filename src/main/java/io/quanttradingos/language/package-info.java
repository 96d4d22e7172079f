/**
 * Words about numbers: a language model is given facts and must answer in a shape that is checked.
 *
 * <p>Entry: {@link io.quanttradingos.language.LanguageModel}; live {@link io.quanttradingos.language.ChatLanguageModel}, to repeat
 * a run {@link io.quanttradingos.language.RecordedModel}. A model never computes: whoever asks has the numbers already, and
 * whatever the model says, they stay as they are. Knows nothing of what the facts are about, nor how calls travel.
 */
@NullMarked
package io.quanttradingos.language;

import org.jspecify.annotations.NullMarked;
