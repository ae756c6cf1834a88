package org.countersign.oracles.compliance.screening;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who is looked up in the lists: a natural or legal person, as far as the authority knows it. */
public final class ScreenedPerson {
    private final String name;
    private final LocalDate birthDate;
    private final Set<String> countries;

    /**
     * Creates a person.
     *
     * @param name the name in any script
     * @param birthDate when a natural person was born, or null if that is not known or it is none
     * @param countries ISO 3166-1 alpha-2 or 3166-2 codes of residence, citizenship or seat; may be empty
     */
    public ScreenedPerson(String name, LocalDate birthDate, Set<String> countries) {
        this.name = Objects.requireNonNull(name, "name");
        this.birthDate = birthDate;
        Set<String> known = new LinkedHashSet<>();
        countries.forEach(country -> Countries.codeOf(country).ifPresent(known::add));
        this.countries = Collections.unmodifiableSet(known);
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** The date of birth, if it is known. */
    public Optional<LocalDate> getBirthDate() {
        return Optional.ofNullable(birthDate);
    }

    /** ISO 3166-1 alpha-2 codes; empty if none is known. */
    public Set<String> getCountries() {
        return countries;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ScreenedPerson)) {
            return false;
        }
        ScreenedPerson that = (ScreenedPerson) other;
        return name.equals(that.name) && Objects.equals(birthDate, that.birthDate) && countries.equals(that.countries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, birthDate, countries);
    }
}
