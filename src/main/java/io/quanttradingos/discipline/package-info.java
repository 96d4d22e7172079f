/**
 * Decides how far a trader kept to the written plan: which trades broke which rule, and one compliance score.
 *
 * <p>Entry: {@link io.quanttradingos.discipline.DisciplineAgent} for the corrected definitions,
 * {@link io.quanttradingos.discipline.SeedDiscipline} for the answers of the original system. Must not know how the
 * regime of a date is found, where earlier scores are kept, or who asks.
 */
@NullMarked
package io.quanttradingos.discipline;

import org.jspecify.annotations.NullMarked;
