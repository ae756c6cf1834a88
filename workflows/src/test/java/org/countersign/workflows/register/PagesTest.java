package org.countersign.workflows.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Map<String, List<Integer>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("one", Arrays.asList(1, 2, 3));
        GROUPS.put("none", Collections.emptyList());
        GROUPS.put("two", Collections.singletonList(4));
        GROUPS.put("three", Arrays.asList(5, 6, 7, 8, 9));
    }

    @Test
    @DisplayName("The pages follow one another, whatever their size, and each group keeps its key")
    void pagesFollowOneAnother() {
        for (int size = 1; size <= 10; size++) {
            List<Integer> all = new ArrayList<>();
            for (int page = 1; page <= (9 + size - 1) / size; page++) {
                Map<String, List<Integer>> shown = Pages.page(GROUPS, page, size);
                int before = all.size();
                shown.forEach((key, some) -> {
                    assertThat(some).isNotEmpty();
                    assertThat(GROUPS.get(key)).containsAll(some);
                    all.addAll(some);
                });
                assertThat(all.size() - before).isEqualTo(Math.min(size, 9 - before));
            }
            assertThat(all).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    @DisplayName("A group that goes over the edge is on both pages")
    void aGroupIsCut() {
        assertThat(Pages.page(GROUPS, 1, 6)).containsOnlyKeys("one", "two", "three");
        assertThat(Pages.page(GROUPS, 2, 6)).containsOnlyKeys("three").containsEntry("three", Arrays.asList(7, 8, 9));
    }

    @Test
    @DisplayName("Before the first page and after the last there is nothing")
    void beyondThereIsNothing() {
        assertThat(Pages.page(GROUPS, 0, 4)).isEmpty();
        assertThat(Pages.page(GROUPS, 4, 4)).isEmpty();
        assertThat(Pages.page(GROUPS, Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(Pages.page(GROUPS, Integer.MIN_VALUE, Integer.MAX_VALUE)).isEmpty();
    }
}
