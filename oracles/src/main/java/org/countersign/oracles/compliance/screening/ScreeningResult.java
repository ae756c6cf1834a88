package org.countersign.oracles.compliance.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.contracts.validation.Figure;

/** What came of looking a person up. */
public final class ScreeningResult {
    private final ScreenedPerson person;
    private final List<ScreeningHit> likenesses;
    private final int threshold;

    ScreeningResult(ScreenedPerson person, List<ScreeningHit> likenesses, int threshold) {
        this.person = person;
        this.likenesses = Collections.unmodifiableList(new ArrayList<>(likenesses));
        this.threshold = threshold;
    }

    /** Who was looked up. */
    public ScreenedPerson getPerson() {
        return person;
    }

    /** Every entry with a name that is as much alike as the threshold asks for, hits or not; best first. */
    public List<ScreeningHit> getLikenesses() {
        return likenesses;
    }

    /** Those that are hits: not cleared, and not spoken against by birth, country or weakness of the name. */
    public List<ScreeningHit> hits() {
        return likenesses.stream()
                .filter(hit -> hit.getCleared().isEmpty() && hit.getScore() >= threshold)
                .collect(Collectors.toList());
    }

    /** What a journal shows of it: every likeness with list, version, entry, names and score. */
    public List<Figure> figures() {
        return likenesses.stream().map(hit -> hit.figure(person)).collect(Collectors.toList());
    }

    /** Whether there is no hit. */
    public boolean isClear() {
        return hits().isEmpty();
    }
}
