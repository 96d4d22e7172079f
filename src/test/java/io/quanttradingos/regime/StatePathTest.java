package io.quanttradingos.regime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each close is a letter: {@code +} calls for on, {@code -} for off, {@code .} for neither, {@code ?} is unknown. */
class StatePathTest {
    @Test
    void the_first_assessed_close_sets_the_state_by_its_raw_rule() {
        assertThat(states("+")).isEqualTo("1");
        assertThat(states("-")).isEqualTo("0");
        assertThat(states("??.")).isEqualTo("  0");
    }

    @Test
    void a_state_flips_on_the_third_close_in_a_row() {
        assertThat(states("+---")).isEqualTo("1110");
    }

    @Test
    void three_of_five_closes_need_not_be_in_a_row() {
        assertThat(states("+-.-.-")).isEqualTo("111110");
        assertThat(states("+-..-.-")).as("the first is the sixth close back").isEqualTo("1111111");
    }

    @Test
    void a_state_does_not_flip_on_a_close_where_its_condition_fails() {
        assertThat(states("+--+-")).isEqualTo("11110");
        assertThat(states("+--..")).isEqualTo("11111");
    }

    @Test
    void an_unknown_close_carries_the_state_and_counts_for_nothing() {
        assertThat(states("+-?-?-")).isEqualTo("111110");
        assertThat(states("+--??")).isEqualTo("11111");
    }

    @Test
    void five_unknown_closes_forget_the_state_and_the_next_known_one_starts_afresh() {
        assertThat(states("+????-")).isEqualTo("111111");
        assertThat(states("+?????-")).isEqualTo("11111 0");
    }

    @Test
    void a_flip_is_pending_while_the_other_condition_holds_unconfirmed() {
        StatePath path = walk("+-+--");
        assertThat(path.flipPending(0)).isFalse();
        assertThat(path.flipPending(1)).isTrue();
        assertThat(path.flipPending(2)).isFalse();
        assertThat(path.flipPending(3)).isTrue();
        assertThat(path.on(4)).isFalse();
        assertThat(path.flipPending(4)).as("confirmed").isFalse();
    }

    private static String states(String closes) {
        StatePath path = walk(closes);
        StringBuilder states = new StringBuilder();
        for (int row = 0; row < closes.length(); row++) {
            states.append(path.known(row) ? path.on(row) ? "1" : "0" : " ");
        }
        return states.toString();
    }

    private static StatePath walk(String closes) {
        StatePath path = new StatePath(closes.length(), ConfirmationPolicy.defaults());
        for (int row = 0; row < closes.length(); row++) {
            char close = closes.charAt(row);
            if (close == '?') {
                path.skip(row);
            } else {
                path.assess(row, close == '+', close == '+', close == '-');
            }
        }
        return path;
    }
}
