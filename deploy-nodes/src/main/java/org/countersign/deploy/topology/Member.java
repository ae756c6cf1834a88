package org.countersign.deploy.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;

/** One member of the network and the node that it runs. */
public final class Member {
    private final String id;
    private final CordaX500Name legalName;
    private final Set<Role> roles;
    private final Ports ports;
    private final NodeResources resources;
    private final Extensions extensions;

    Member(
            String id,
            CordaX500Name legalName,
            Set<Role> roles,
            Ports ports,
            NodeResources resources,
            Extensions extensions) {
        this.id = Objects.requireNonNull(id, "id");
        this.legalName = Objects.requireNonNull(legalName, "legalName");
        this.roles = Collections.unmodifiableSet(roles);
        this.ports = Objects.requireNonNull(ports, "ports");
        this.resources = Objects.requireNonNull(resources, "resources");
        this.extensions = Objects.requireNonNull(extensions, "extensions");
    }

    /** The short name by which commands call it. */
    public String getId() {
        return id;
    }

    /** The X.500 name that its certificates are issued to. */
    public CordaX500Name getLegalName() {
        return legalName;
    }

    /** What it does, the notary role included. */
    public Set<Role> getRoles() {
        return roles;
    }

    /** The roles as the files of the launcher write them. */
    public List<String> getRoleLabels() {
        List<String> labels = new ArrayList<>();
        for (Role role : roles) {
            labels.add(role.getLabel());
        }
        return labels;
    }

    /** Whether it has a role. */
    public boolean hasRole(Role role) {
        return roles.contains(role);
    }

    /** Where its node listens. */
    public Ports getPorts() {
        return ports;
    }

    /** What its node may use. */
    public NodeResources getResources() {
        return resources;
    }

    /** What its node is given beyond the usual. */
    public Extensions getExtensions() {
        return extensions;
    }

    @Override
    public String toString() {
        return id;
    }
}
