package org.countersign.deploy.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.identity.CordaX500Name;
import org.countersign.notary.NotaryTemplate;

/** The notary of the network: its kind, the name it signs under, and the members that run it. */
public final class NotaryCluster {
    private final NotaryTemplate template;
    private final CordaX500Name serviceLegalName;
    private final boolean validating;
    private final List<String> memberIds;

    NotaryCluster(NotaryTemplate template, CordaX500Name serviceLegalName, boolean validating, List<String> memberIds) {
        this.template = Objects.requireNonNull(template, "template");
        this.serviceLegalName = Objects.requireNonNull(serviceLegalName, "serviceLegalName");
        this.validating = validating;
        this.memberIds = Collections.unmodifiableList(new ArrayList<>(memberIds));
    }

    /** The template of its kind. */
    public NotaryTemplate getTemplate() {
        return template;
    }

    /** The name that the cluster as a whole signs under. */
    public CordaX500Name getServiceLegalName() {
        return serviceLegalName;
    }

    /** Whether it verifies whole transactions. */
    public boolean isValidating() {
        return validating;
    }

    /** Its members in order; the first one opens the cluster. */
    public List<String> getMemberIds() {
        return memberIds;
    }
}
