package org.countersign.workflows;

import java.security.PublicKey;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;

/**
 * Says whose a key is.
 *
 * <p>A {@link Party} in a state is a name and a key that its author put side by side. Corda's identity service looks a
 * party up by its name first, so that a holding of {@code Party("Dealer B", somebody else's key)} would show as dealer
 * B's. Here only the key counts.
 */
public final class WellKnown {
    private WellKnown() {}

    /**
     * The well-known party of a key.
     *
     * @param services the node's services
     * @param key any key
     * @return whose it is, or null if this node does not know
     */
    public static Party of(ServiceHub services, PublicKey key) {
        return services.getIdentityService().wellKnownPartyFromAnonymous(new AnonymousParty(key));
    }

    /**
     * Whether a party is called what the owner of its key is called.
     *
     * @param services the node's services
     * @param party a party from a state
     * @return false if it is a named party whose key is somebody else's or nobody's; true for an anonymous one
     */
    public static boolean isTrulyNamed(ServiceHub services, AbstractParty party) {
        if (!(party instanceof Party)) {
            return true;
        }
        Party owner = of(services, party.getOwningKey());
        return owner != null && owner.getName().equals(((Party) party).getName());
    }
}
