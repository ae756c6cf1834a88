package org.countersign.notary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a template needs to know of a notary cluster, whatever its kind. */
public final class NotaryService {
    private final String serviceLegalName;
    private final boolean validating;
    private final List<String> clusterAddresses;

    /**
     * Describes a cluster.
     *
     * @param serviceLegalName the X.500 name under which the cluster as a whole signs
     * @param validating whether members verify whole transactions or only tear-offs
     * @param clusterAddresses where each member listens for the others, {@code host:port}, one for each member in order
     */
    public NotaryService(String serviceLegalName, boolean validating, List<String> clusterAddresses) {
        this.serviceLegalName = Objects.requireNonNull(serviceLegalName, "serviceLegalName");
        this.validating = validating;
        this.clusterAddresses = Collections.unmodifiableList(new ArrayList<>(clusterAddresses));
    }

    /** The X.500 name under which the cluster as a whole signs. */
    public String getServiceLegalName() {
        return serviceLegalName;
    }

    /** Whether members verify whole transactions. */
    public boolean isValidating() {
        return validating;
    }

    /** Where each member listens for the others, in the order of the members. */
    public List<String> getClusterAddresses() {
        return clusterAddresses;
    }
}
