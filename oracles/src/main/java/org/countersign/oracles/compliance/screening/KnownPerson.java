package org.countersign.oracles.compliance.screening;

import java.util.Objects;

/** A person whom the authority has come to know, and under which member. */
final class KnownPerson {
    private final String id;
    private final String party;
    private final ScreenedPerson person;

    KnownPerson(String id, String party, ScreenedPerson person) {
        this.id = Objects.requireNonNull(id, "id");
        this.party = Objects.requireNonNull(party, "party");
        this.person = Objects.requireNonNull(person, "person");
    }

    String getId() {
        return id;
    }

    String getParty() {
        return party;
    }

    ScreenedPerson getPerson() {
        return person;
    }
}
