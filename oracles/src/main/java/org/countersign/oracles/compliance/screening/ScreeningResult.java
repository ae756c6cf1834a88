package org.countersign.oracles.compliance.screening;

import java.math.BigDecimal;
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
    private final boolean readable;

    ScreeningResult(ScreenedPerson person, List<ScreeningHit> likenesses, int threshold) {
        this.person = person;
        this.likenesses = Collections.unmodifiableList(new ArrayList<>(likenesses));
        this.threshold = threshold;
        this.readable = PlainName.of(person.getName()).isReadable();
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

    /**
     * What a journal shows of it: every likeness with list, version, entry, names and score, and a name that cannot be
     * compared.
     */
    public List<Figure> figures() {
        List<Figure> figures =
                likenesses.stream().map(hit -> hit.figure(person)).collect(Collectors.toList());
        if (!readable) {
            figures.add(new Figure("not readable is the name " + person.getName(), BigDecimal.ONE, "1"));
        }
        return figures;
    }

    /**
     * Whether the name could be compared with the lists. One in a script that cannot be written in Latin letters could
     * not, and that it gave no hit says nothing.
     */
    public boolean isReadable() {
        return readable;
    }

    /** Whether the name could be compared and there is no hit. */
    public boolean isClear() {
        return readable && hits().isEmpty();
    }
}
