package org.countersign.oracles.compliance.screening;

import java.math.BigDecimal;
import org.countersign.contracts.validation.Figure;

/**
 * An entry of a list that a person may be.
 *
 * <p>The score is that of the names, from 0 to 100, put right by what else is known: {@value #BIRTH_AGREES} more if the
 * day of birth fits and {@value #BIRTH_CONTRADICTS} less if its year does not, {@value #COUNTRY_AGREES} more if they
 * have a country in common and {@value #COUNTRY_CONTRADICTS} less if they have none, {@value #WEAK} less if the name is
 * one that its publisher calls weak; never below 0 or above 100.
 */
public final class ScreeningHit {
    static final int BIRTH_AGREES = 5;
    static final int BIRTH_CONTRADICTS = 20;
    static final int COUNTRY_AGREES = 2;
    static final int COUNTRY_CONTRADICTS = 3;
    static final int WEAK = 10;

    private static final int MOST = 100;

    private final SanctionsList list;
    private final ListEntry entry;
    private final ListedName name;
    private final int nameScore;
    private final Evidence birth;
    private final Evidence country;
    private final String cleared;

    ScreeningHit(
            SanctionsList list,
            ListEntry entry,
            ListedName name,
            int nameScore,
            Evidence birth,
            Evidence country,
            String cleared) {
        this.list = list;
        this.entry = entry;
        this.name = name;
        this.nameScore = nameScore;
        this.birth = birth;
        this.country = country;
        this.cleared = cleared;
    }

    /** The same likeness that somebody has looked at and found to be of two different persons. */
    ScreeningHit cleared(String reason) {
        return new ScreeningHit(list, entry, name, nameScore, birth, country, reason);
    }

    /** What the authority calls the list. */
    public String getList() {
        return list.getName();
    }

    /** The list's date and the first twelve digits of its SHA-256: {@code 2026-10-31/0a1b2c3d4e5f}. */
    public String getVersion() {
        return list.version();
    }

    /** The publisher's own reference of the entry. */
    public String getEntryId() {
        return entry.getId();
    }

    /** The entry's name that is most like the person's, as published. */
    public String getMatchedName() {
        return name.getText();
    }

    /** How alike the names are, 0 to 100. */
    public int getNameScore() {
        return nameScore;
    }

    /** The names with what else is known, 0 to 100. */
    public int getScore() {
        int score = nameScore
                + points(birth, BIRTH_AGREES, BIRTH_CONTRADICTS)
                + points(country, COUNTRY_AGREES, COUNTRY_CONTRADICTS)
                - (name.isWeak() ? WEAK : 0);
        return Math.max(0, Math.min(MOST, score));
    }

    private static int points(Evidence evidence, int agrees, int contradicts) {
        return evidence == Evidence.AGREES ? agrees : evidence == Evidence.CONTRADICTS ? -contradicts : 0;
    }

    /** What the date of birth says. */
    public Evidence getBirth() {
        return birth;
    }

    /** What countries say. */
    public Evidence getCountry() {
        return country;
    }

    /** Why the person is known not to be the entry, in the words of the settings; empty if nobody has said so. */
    public String getCleared() {
        return cleared;
    }

    /** The likeness as a journal shows it: who is like what, and the score. */
    Figure figure(ScreenedPerson person) {
        return new Figure("score of " + person.getName() + ": " + this, BigDecimal.valueOf(getScore()), "1");
    }

    @Override
    public String toString() {
        return getList() + " " + getVersion() + ", entry " + getEntryId() + " '" + getMatchedName() + "', score "
                + getScore() + " (names " + nameScore + ", birth " + birth + ", country " + country + ")"
                + (cleared.isEmpty() ? "" : ", cleared: " + cleared);
    }
}
