package org.countersign.deploy.founding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.corda.nodeapi.internal.NodeInfoAndSigned;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;
import org.countersign.deploy.Installation;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Role;
import org.countersign.deploy.topology.Topology;

/** Founds a network: everything that has to be on disk before its nodes can start for the first time. */
final class NetworkFounder {
    private final Installation installation;
    private final Topology topology;
    private final StateDirectory target;
    private final StateDirectory making;
    private final Consumer<String> progress;

    NetworkFounder(Installation installation, Topology topology, StateDirectory target, Consumer<String> progress) {
        this.installation = installation;
        this.topology = topology;
        this.target = target;
        this.making = target.inTheMaking();
        this.progress = progress;
    }

    /** Founds the network. What was in the state directory before is gone once this has succeeded, and only then. */
    void found() throws IOException {
        CordappSet cordapps = CordappSet.in(installation.getCordapps());
        cordapps.requireFitFor(topology.getProfile(), topology.getMembers());
        PrivateFiles.removeTree(making.getPath());
        PrivateFiles.makeDirectories(making.getPath());

        progress.accept("making certificates for " + topology.getMembers().size() + " members");
        NetworkRecords.whileSerialising(() -> certify(cordapps));
        new NodeSetup(installation, topology, making).writeAll(cordapps);
        NodeDatabases databases = new NodeDatabases(cordapps);
        for (Member member : topology.getMembers()) {
            progress.accept("making the database of " + member.getId());
            databases.create(member, making.node(member));
        }
        new Foundation(topology).write(making);
        PrivateFiles.removeTree(target.getPath());
        Files.move(making.getPath(), target.getPath(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void certify(CordappSet cordapps) throws IOException {
        CertificateAuthority authority = CertificateAuthority.found(topology.getName());
        KeyStores.writeAuthority(making.getTrust(), authority);
        CertificateAndKeyPair service =
                authority.certifyService(topology.getNotary().getServiceLegalName());
        NetworkRecords records = new NetworkRecords(authority, service);
        Map<Member, NodeInfoAndSigned> descriptions = new LinkedHashMap<>();
        for (Member member : topology.getMembers()) {
            NodeDirectory node = making.node(member);
            MemberCertificates certificates = authority.certify(member.getLegalName());
            PrivateFiles.makeDirectories(node.getNodeInfos());
            PrivateFiles.makeDirectories(node.getLogs());
            KeyStores.writeForNode(node, certificates, authority.getRoot().getCertificate());
            boolean notary = member.hasRole(Role.NOTARY);
            if (notary) {
                KeyStores.addServiceIdentity(node, service, authority.nodeAuthorityPath());
            }
            descriptions.put(member, records.describe(member.getPorts().getPeer(), certificates, notary));
        }
        distribute(descriptions);
        List<Path> nodes = topology.getMembers().stream()
                .map(member -> making.node(member).getPath())
                .collect(Collectors.toList());
        records.installParameters(topology.getNotary().isValidating(), cordapps.packageOwners(), nodes);
    }

    private void distribute(Map<Member, NodeInfoAndSigned> descriptions) {
        for (Member reader : topology.getMembers()) {
            descriptions.forEach((member, description) -> {
                // A node describes itself when it starts.
                if (member != reader) {
                    NetworkRecords.deliver(description, making.node(reader));
                }
            });
        }
    }
}
