package org.countersign.oracles.validation;

import java.util.LinkedHashSet;
import java.util.Set;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;

/**
 * What an authority configures about its checks, in the CorDapp's configuration file.
 *
 * <p>Keys: {@code identity.admittedHolders}, a list of X.500 names; without it nobody is admitted.
 */
final class OracleSettings {
    private OracleSettings() {}

    static Set<CordaX500Name> admittedHolders(ServiceHub services) {
        CordappConfig config = services.getAppContext().getConfig();
        Set<CordaX500Name> names = new LinkedHashSet<>();
        if (config.exists("identity.admittedHolders")) {
            Object value = config.get("identity.admittedHolders");
            if (value instanceof Iterable) {
                ((Iterable<?>) value).forEach(name -> names.add(CordaX500Name.parse(name.toString())));
            } else {
                throw new IllegalStateException(
                        "The CorDapp setting identity.admittedHolders is not a list of X.500 names.");
            }
        }
        return names;
    }
}
