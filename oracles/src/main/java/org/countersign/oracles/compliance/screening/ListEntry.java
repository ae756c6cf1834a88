package org.countersign.oracles.compliance.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A person or organisation on a list, as far as matching needs it. */
final class ListEntry {
    private final String id;
    private final EntryKind kind;
    private final List<ListedName> names;
    private final List<BirthPeriod> births;
    private final Set<String> countries;

    private ListEntry(Builder builder) {
        this.id = builder.id;
        this.kind = builder.kind;
        this.names = Collections.unmodifiableList(new ArrayList<>(builder.names));
        this.births = Collections.unmodifiableList(new ArrayList<>(builder.births));
        this.countries = Collections.unmodifiableSet(new LinkedHashSet<>(builder.countries));
    }

    /** The publisher's own reference, for example an OFAC uid or {@code EU.27.28}. */
    String getId() {
        return id;
    }

    EntryKind getKind() {
        return kind;
    }

    /** At least one; the first is the primary one. */
    List<ListedName> getNames() {
        return names;
    }

    /** When the person can have been born; any one of these, and nothing known if there is none. */
    List<BirthPeriod> getBirths() {
        return births;
    }

    /** ISO 3166-1 alpha-2 codes of nationality, citizenship and addresses. */
    Set<String> getCountries() {
        return countries;
    }

    @Override
    public String toString() {
        return id + " " + kind + " " + names + " " + births + " " + countries;
    }

    /** Takes an entry together while its record is read. */
    static final class Builder {
        private static final int LONGEST_NAME = 500;

        private final String id;
        private final EntryKind kind;
        private final Set<ListedName> names = new LinkedHashSet<>();
        private final Set<BirthPeriod> births = new LinkedHashSet<>();
        private final Set<String> countries = new LinkedHashSet<>();

        Builder(String id, EntryKind kind) {
            this.id = Objects.requireNonNull(id, "id");
            this.kind = Objects.requireNonNull(kind, "kind");
        }

        /** A name; an empty one is passed over. */
        Builder name(String text, boolean weak) {
            String name = text.trim().replaceAll("\\s+", " ");
            if (!name.isEmpty()) {
                names.add(new ListedName(name.substring(0, Math.min(name.length(), LONGEST_NAME)), weak));
            }
            return this;
        }

        /** When the person was born; what cannot be understood is passed over and counts as not known. */
        Builder born(String text) {
            BirthPeriod.parse(text).ifPresent(births::add);
            return this;
        }

        Builder born(BirthPeriod period) {
            births.add(period);
            return this;
        }

        /** A country by code or English name; what is none that is known is passed over. */
        Builder country(String text) {
            Countries.codeOf(text).ifPresent(countries::add);
            return this;
        }

        boolean isNamed() {
            return !names.isEmpty();
        }

        ListEntry build() {
            return new ListEntry(this);
        }
    }
}
