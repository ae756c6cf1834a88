package org.countersign.oracles.compliance.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All names of some lists, ready to be looked through. It does not change. */
final class ScreeningIndex {
    private final List<SanctionsList> lists;
    private final List<Listed> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> sounds = new ArrayList<>();
    private final List<List<Integer>> uses = new ArrayList<>();
    // Of each list, the entries of which no name can be read.
    private final Map<SanctionsList, List<String>> unmatched = new HashMap<>();

    ScreeningIndex(List<SanctionsList> lists) {
        this.lists = Collections.unmodifiableList(new ArrayList<>(lists));
        for (SanctionsList list : lists) {
            List<String> none = new ArrayList<>();
            for (ListEntry entry : list.getEntries()) {
                boolean readable = false;
                for (ListedName name : entry.getNames()) {
                    readable |= add(list, entry, name);
                }
                if (!readable) {
                    none.add(entry.getId());
                }
            }
            unmatched.put(list, none);
        }
    }

    private boolean add(SanctionsList list, ListEntry entry, ListedName name) {
        PlainName plain = PlainName.of(name.getText());
        int[] parts = new int[plain.words().size()];
        for (int index = 0; index < parts.length; index++) {
            parts[index] = number(plain.words().get(index));
            uses.get(parts[index]).add(names.size());
        }
        names.add(new Listed(list, entry, name, plain, parts));
        return plain.isReadable();
    }

    private int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, words.size());
        words.add(word);
        sounds.add(WordSimilarity.sound(word));
        uses.add(new ArrayList<>());
        return words.size() - 1;
    }

    List<SanctionsList> getLists() {
        return lists;
    }

    /** The references of a list's entries that nobody can be found to be, since none of their names can be read. */
    List<String> unmatched(SanctionsList list) {
        return Collections.unmodifiableList(unmatched.get(list));
    }

    /**
     * Looks a person up.
     *
     * @param person who
     * @param threshold the least score of the names, 0 to 100
     * @return of each entry of which a name is as much alike, its likest name; best first
     */
    List<ScreeningHit> find(ScreenedPerson person, int threshold) {
        PlainName sought = PlainName.of(person.getName());
        List<Map<Integer, Integer>> alike = new ArrayList<>();
        for (String word : sought.words()) {
            alike.add(alike(word));
        }
        Map<ListEntry, ScreeningHit> best = new HashMap<>();
        for (int candidate : candidates(sought, alike)) {
            Listed listed = names.get(candidate);
            int score =
                    NameScore.of(sought, listed.plain, (i, j) -> alike.get(i).getOrDefault(listed.parts[j], 0));
            if (score >= threshold) {
                ScreeningHit hit = listed.hit(person, score);
                best.merge(listed.entry, hit, (one, other) -> other.getScore() > one.getScore() ? other : one);
            }
        }
        List<ScreeningHit> hits = new ArrayList<>(best.values());
        hits.sort(Comparator.comparingInt((ScreeningHit hit) -> -hit.getScore())
                .thenComparing(ScreeningHit::getList)
                .thenComparing(ScreeningHit::getEntryId));
        return hits;
    }

    private Map<Integer, Integer> alike(String word) {
        String sound = WordSimilarity.sound(word);
        Map<Integer, Integer> alike = new HashMap<>();
        for (int number = 0; number < words.size(); number++) {
            int score = WordSimilarity.of(word, sound, words.get(number), sounds.get(number));
            if (score > 0) {
                alike.put(number, score);
            }
        }
        return alike;
    }

    // Names that share a word, and those that may be the same with other blanks.
    private Set<Integer> candidates(PlainName sought, List<Map<Integer, Integer>> alike) {
        Set<Integer> candidates = new LinkedHashSet<>();
        for (Map<Integer, Integer> one : alike) {
            one.keySet().forEach(number -> candidates.addAll(uses.get(number)));
        }
        int length = sought.joined().length();
        for (int index = 0; index < names.size(); index++) {
            PlainName listed = names.get(index).plain;
            if (listed.words().size() != sought.words().size()
                    && Math.abs(listed.joined().length() - length) * 4
                            <= Math.max(length, listed.joined().length())) {
                candidates.add(index);
            }
        }
        return candidates;
    }

    /** A name of an entry of a list. */
    private static final class Listed {
        private final SanctionsList list;
        private final ListEntry entry;
        private final ListedName name;
        private final PlainName plain;
        private final int[] parts;

        Listed(SanctionsList list, ListEntry entry, ListedName name, PlainName plain, int[] parts) {
            this.list = list;
            this.entry = entry;
            this.name = name;
            this.plain = plain;
            this.parts = parts;
        }

        ScreeningHit hit(ScreenedPerson person, int score) {
            Evidence birth = person.getBirthDate().map(day -> birth(day)).orElse(Evidence.SILENT);
            return new ScreeningHit(list, entry, name, score, birth, country(person.getCountries()), "");
        }

        private Evidence birth(LocalDate day) {
            if (entry.getBirths().isEmpty()) {
                return Evidence.SILENT;
            }
            if (entry.getBirths().stream().anyMatch(period -> period.contains(day))) {
                return Evidence.AGREES;
            }
            return entry.getBirths().stream()
                            .anyMatch(period -> period.widened().containsYearOf(day))
                    ? Evidence.SILENT
                    : Evidence.CONTRADICTS;
        }

        private Evidence country(Set<String> countries) {
            if (countries.isEmpty() || entry.getCountries().isEmpty()) {
                return Evidence.SILENT;
            }
            return Collections.disjoint(countries, entry.getCountries()) ? Evidence.CONTRADICTS : Evidence.AGREES;
        }
    }
}
