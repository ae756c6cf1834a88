package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.util.Optional;
import net.corda.core.identity.Party;
import org.countersign.oracles.marketdata.DataFileException;

/** Where an authority knows from what is attested of a holder. */
interface ClaimsSource {
    /**
     * Looks a holder up.
     *
     * @param key the key that holds or gives
     * @param party the member whose key it is; the custodian of a client's
     * @return nothing if the source does not know the holder
     * @throws DataFileException if the source cannot be read
     */
    Optional<AttestedHolder> find(PublicKey key, Party party) throws DataFileException;
}
