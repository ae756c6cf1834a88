package org.countersign.oracles.compliance.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Figure;
import org.countersign.workflows.compliance.ScreeningFinding;
import org.countersign.workflows.compliance.ScreeningFindings;

/**
 * What came of screening some persons again. It goes into a checkpoint, and so has the words of the likenesses and not
 * the lists that they are on.
 */
final class Rescreening {
    private final String lists;
    private final List<String> versions;
    private final Instant at;
    private final List<KnownPerson> persons = new ArrayList<>();
    private final List<List<ScreeningFinding>> found = new ArrayList<>();
    private final List<Figure> likenesses = new ArrayList<>();
    private int unreadable;

    /**
     * Begins.
     *
     * @param lists what stands for the editions of the lists
     * @param versions the same in words, one a list
     * @param at the authority's clock
     */
    Rescreening(String lists, List<String> versions, Instant at) {
        this.lists = lists;
        this.versions = new ArrayList<>(versions);
        this.at = at;
    }

    void add(KnownPerson person, ScreeningResult result) {
        List<ScreeningFinding> findings = new ArrayList<>();
        for (ScreeningHit hit : result.hits()) {
            findings.add(new ScreeningFinding(
                    person.getPerson().getName(),
                    person.getParty(),
                    hit.getList(),
                    hit.getVersion(),
                    hit.getEntryId(),
                    hit.getMatchedName(),
                    hit.getScore(),
                    at,
                    at,
                    true));
        }
        persons.add(person);
        unreadable += result.isReadable() ? 0 : 1;
        found.add(findings);
        likenesses.addAll(result.figures());
    }

    /** Keeps it, in the database transaction of the flow. */
    void keep(ServiceHub services) {
        for (int index = 0; index < persons.size(); index++) {
            KnownPerson person = persons.get(index);
            ScreeningFindings.keep(services, person.getPerson().getName(), person.getParty(), found.get(index));
        }
        services.withEntityManager(database -> {
            KnownPersons.screened(database, persons, lists);
            return null;
        });
    }

    int count() {
        return persons.size();
    }

    /** Of how many of them the name could not be compared. */
    int unreadable() {
        return unreadable;
    }

    int hits() {
        return found.stream().mapToInt(List::size).sum();
    }

    List<String> versions() {
        return Collections.unmodifiableList(versions);
    }

    List<Figure> likenesses() {
        return Collections.unmodifiableList(likenesses);
    }
}
