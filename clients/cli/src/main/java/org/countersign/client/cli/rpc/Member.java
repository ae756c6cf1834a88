package org.countersign.client.cli.rpc;

import java.nio.file.Path;
import java.util.List;
import net.corda.core.identity.CordaX500Name;

/**
 * A member of a network, as the network file names it.
 *
 * @param id the short name that commands take, for example {@code dealer-a}
 * @param legalName the name on its certificate
 * @param roles what it does in the network, for example {@code registrar}
 * @param rpcAddress where its node answers clients, as {@code host:port}
 * @param rpcUser the user that clients log in as
 * @param rpcPasswordFile the file that holds that user's password, and nothing else
 */
public record Member(
        String id,
        CordaX500Name legalName,
        List<String> roles,
        String rpcAddress,
        String rpcUser,
        Path rpcPasswordFile) {
    /** Keeps a copy of the roles. */
    public Member {
        roles = List.copyOf(roles);
    }
}
