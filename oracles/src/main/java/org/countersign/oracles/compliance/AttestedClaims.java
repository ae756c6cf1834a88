package org.countersign.oracles.compliance;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What one source attests of a key: a credential of one kind, or the authority's own record. */
final class AttestedClaims {
    /** The kind of what an authority has on record itself, which is in no provider's status list. */
    static final String RECORD = "RECORD";

    private final String kind;
    private final Instant issued;
    private final Instant expires;
    private final String list;
    private final int place;
    private final Map<String, String> values;

    /**
     * Claims by a credential.
     *
     * @param kind the name of its kind
     * @param issued since when
     * @param expires until when
     * @param list the digest of the status list that says whether it was withdrawn; empty if there is none
     * @param place its place in that list
     * @param values the claims by name
     */
    AttestedClaims(String kind, Instant issued, Instant expires, String list, int place, Map<String, String> values) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.issued = Objects.requireNonNull(issued, "issued");
        this.expires = Objects.requireNonNull(expires, "expires");
        this.list = Objects.requireNonNull(list, "list");
        this.place = place;
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Claims by the authority's own record.
     *
     * @param expires until when they count
     * @param values the claims by name
     */
    static AttestedClaims recorded(Instant expires, Map<String, String> values) {
        return new AttestedClaims(RECORD, Instant.EPOCH, expires, "", 0, values);
    }

    String getKind() {
        return kind;
    }

    Instant getIssued() {
        return issued;
    }

    Instant getExpires() {
        return expires;
    }

    String getList() {
        return list;
    }

    int getPlace() {
        return place;
    }

    Map<String, String> getValues() {
        return values;
    }

    boolean isRecord() {
        return kind.equals(RECORD);
    }

    /** Whether they count for what ends then: what expires with the end of a time-window lasts as long as it does. */
    boolean lasts(Instant end) {
        return !end.isAfter(expires);
    }

    /**
     * What is known after this was presented. Nothing is taken back by showing less of a credential than before, or an
     * older one.
     *
     * @param before what was known of the same kind
     * @param end when what is judged ends
     */
    AttestedClaims after(AttestedClaims before, Instant end) {
        if (list.equals(before.list) && place == before.place) {
            Map<String, String> all = new TreeMap<>(before.values);
            all.putAll(values);
            return new AttestedClaims(kind, issued, expires, list, place, all);
        }
        return issued.isBefore(before.issued) && before.lasts(end) ? before : this;
    }
}
