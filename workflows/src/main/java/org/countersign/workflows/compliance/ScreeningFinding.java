package org.countersign.workflows.compliance;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * Somebody whom the authority knows and who is, or was, like an entry of a sanctions list; one for each person, list
 * and entry, as the latest screening found it. It stays within the authority.
 */
@CordaSerializable
public final class ScreeningFinding {
    private final String person;
    private final String party;
    private final String list;
    private final String version;
    private final String entry;
    private final String matchedName;
    private final int score;
    private final Instant firstFound;
    private final Instant lastFound;
    private final boolean standing;

    /**
     * Creates a finding.
     *
     * @param person the name that was looked up
     * @param party the member under whom the authority came to know the person, by X.500 name
     * @param list what the authority calls the list
     * @param version the list's date and the beginning of its digest, at the latest hit
     * @param entry the publisher's reference of the entry
     * @param matchedName the entry's name that is most like the person's
     * @param score 0 to 100
     * @param firstFound when it was found first
     * @param lastFound when it was found last
     * @param standing whether the latest screening of the person still found it
     */
    public ScreeningFinding(
            String person,
            String party,
            String list,
            String version,
            String entry,
            String matchedName,
            int score,
            Instant firstFound,
            Instant lastFound,
            boolean standing) {
        this.person = Objects.requireNonNull(person, "person");
        this.party = Objects.requireNonNull(party, "party");
        this.list = Objects.requireNonNull(list, "list");
        this.version = Objects.requireNonNull(version, "version");
        this.entry = Objects.requireNonNull(entry, "entry");
        this.matchedName = Objects.requireNonNull(matchedName, "matchedName");
        this.score = score;
        this.firstFound = Objects.requireNonNull(firstFound, "firstFound");
        this.lastFound = Objects.requireNonNull(lastFound, "lastFound");
        this.standing = standing;
    }

    /** What the finding is about: the same for every screening that finds it again. */
    SecureHash id() {
        return SecureHash.sha256(String.join("\n", person, party, list, entry));
    }

    /** The name that was looked up. */
    public String getPerson() {
        return person;
    }

    /** The member under whom the authority came to know the person, by X.500 name. */
    public String getParty() {
        return party;
    }

    /** What the authority calls the list. */
    public String getList() {
        return list;
    }

    /** The list's date and the beginning of its digest. */
    public String getVersion() {
        return version;
    }

    /** The publisher's reference of the entry. */
    public String getEntry() {
        return entry;
    }

    /** The entry's name that is most like the person's. */
    public String getMatchedName() {
        return matchedName;
    }

    /** How certain it is, 0 to 100. */
    public int getScore() {
        return score;
    }

    /** When it was found first. */
    public Instant getFirstFound() {
        return firstFound;
    }

    /** When it was found last. */
    public Instant getLastFound() {
        return lastFound;
    }

    /** Whether the latest screening of the person still found it. */
    public boolean getStanding() {
        return standing;
    }
}
