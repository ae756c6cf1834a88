package org.countersign.contracts.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/** Who can become a member of a segment, and what is left to who was one. */
@CordaSerializable
public final class AdmissionPolicy {
    private final List<AdmissionCondition> conditions;
    private final List<String> countries;
    private final boolean formerMembersDispose;

    /**
     * Creates a policy.
     *
     * @param conditions what is to be shown evidence of; may be empty
     * @param countries ISO 3166-1 alpha-2 codes of the countries that members are of, by their legal name; empty for
     *     any
     * @param formerMembersDispose whether a member whose membership was ended may still transfer or redeem what it
     *     holds; a suspended one may not in any case
     */
    public AdmissionPolicy(List<AdmissionCondition> conditions, List<String> countries, boolean formerMembersDispose) {
        this.conditions = Collections.unmodifiableList(new ArrayList<>(conditions));
        this.countries = Collections.unmodifiableList(new ArrayList<>(countries));
        this.formerMembersDispose = formerMembersDispose;
    }

    /**
     * Whether a party's country is one that the policy admits.
     *
     * @param party anybody
     * @return whether its legal name says so; true for all where the policy names no countries
     */
    public boolean admitsCountryOf(Party party) {
        return countries.isEmpty() || countries.contains(party.getName().getCountry());
    }

    /** What is to be shown evidence of. */
    public List<AdmissionCondition> getConditions() {
        return conditions;
    }

    /** The countries that members are of; empty for any. */
    public List<String> getCountries() {
        return countries;
    }

    /** Whether a former member may still transfer or redeem what it holds. */
    public boolean getFormerMembersDispose() {
        return formerMembersDispose;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof AdmissionPolicy)) {
            return false;
        }
        AdmissionPolicy that = (AdmissionPolicy) other;
        return conditions.equals(that.conditions)
                && countries.equals(that.countries)
                && formerMembersDispose == that.formerMembersDispose;
    }

    @Override
    public int hashCode() {
        return Objects.hash(conditions, countries, formerMembersDispose);
    }

    @Override
    public String toString() {
        return conditions + (countries.isEmpty() ? "" : " in " + countries);
    }
}
