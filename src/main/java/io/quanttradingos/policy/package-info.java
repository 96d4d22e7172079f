/**
 * Reads the limits and tables of {@code data/config/*.yaml} into the policy record of each agent, and refuses an
 * unknown key, a wrong type or a value out of range with file and line.
 *
 * <p>{@link io.quanttradingos.policy.PolicyFile} is the way in. Knows nothing of what a policy means: the record's own
 * constructor says what is allowed.
 */
@NullMarked
package io.quanttradingos.policy;

import org.jspecify.annotations.NullMarked;
