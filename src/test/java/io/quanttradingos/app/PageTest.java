package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.app.Page.Align;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void a_long_sentence_is_wrapped_under_its_own_beginning() {
        String page = new Page().items(List.of("word ".repeat(30).strip())).toString();

        assertThat(page.lines()).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
        assertThat(page).startsWith("  - word").contains("\n    word");
        assertThat(page.split("word", -1)).hasSize(31);
    }

    @Test
    void a_word_longer_than_the_page_stands_alone() {
        String word = "x".repeat(Page.WIDTH + 20);

        assertThat(new Page().sentence("before " + word + " after").toString().lines())
                .containsExactly("  before", "  " + word, "  after");
    }

    @Test
    void columns_stand_under_one_another_and_the_last_is_wrapped_within_itself() {
        String page = new Page()
                .table(
                        List.of(Align.LEFT, Align.RIGHT, Align.LEFT),
                        List.of(List.of("é", "1", "why " + "so ".repeat(40).strip()), List.of("long", "22", "")))
                .toString();

        assertThat(page.lines().toList().get(0)).startsWith("  é      1  why so");
        assertThat(page.lines().toList().get(1)).startsWith(" ".repeat(12) + "so");
        assertThat(page.lines().toList()).last().isEqualTo("  long  22");
    }
}
