package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts what belongs together by key into pages, in order and without a gap; what is cut is on both by its key. */
final class Pages {
    private Pages() {}

    /**
     * One page.
     *
     * @param groups what belongs together, in the order of the pages
     * @param page from 1
     * @param size how much is on a page, more than zero
     * @return what of each group is on the page; groups of which nothing is are left out
     */
    static <K, V> Map<K, List<V>> page(Map<K, List<V>> groups, int page, int size) {
        Map<K, List<V>> result = new LinkedHashMap<>();
        long from = (page - 1L) * size;
        long seen = 0;
        for (Map.Entry<K, List<V>> group : groups.entrySet()) {
            int all = group.getValue().size();
            int first = (int) Math.min(all, Math.max(0, from - seen));
            int end = (int) Math.min(all, Math.max(0, from + size - seen));
            if (first < end) {
                result.put(group.getKey(), new ArrayList<>(group.getValue().subList(first, end)));
            }
            seen += all;
        }
        return result;
    }
}
