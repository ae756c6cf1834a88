package org.countersign.workflows.identity.account;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.Rules;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.account.AccountSchema.Account;

/** The accounts of this custodian's clients. */
public final class Accounts {
    private static final int LONGEST_NAME = 120;

    private final ServiceHub services;

    /**
     * For a custodian's node.
     *
     * @param services the node's services
     */
    public Accounts(ServiceHub services) {
        this.services = services;
    }

    /** Opens an account with a key of its own. */
    AccountView open(String name) throws WorkflowException {
        if (!Rules.isReadable(name, LONGEST_NAME)) {
            throw new WorkflowException(
                    "An account cannot be called that.", "Give a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (find("name", name).isPresent()) {
            throw new WorkflowException(
                    "There is an account '" + name + "' already.", "Give each account a name of its own.");
        }
        UUID id = UUID.randomUUID();
        PublicKey key = services.getKeyManagementService().freshKey(id);
        services.withEntityManager(database -> {
            database.persist(new Account(
                    id.toString(),
                    name,
                    Base64.getEncoder().encodeToString(key.getEncoded()),
                    digest(key),
                    services.getClock().instant()));
            return null;
        });
        return find("name", name).orElseThrow(IllegalStateException::new);
    }

    /** All accounts, oldest first. */
    List<AccountView> all() {
        List<AccountView> views = new ArrayList<>();
        services.withEntityManager(database -> {
            database.createQuery("select a from CountersignAccount a order by a.openedAt, a.id", Account.class)
                    .getResultList()
                    .forEach(account -> views.add(view(account)));
            return null;
        });
        return views;
    }

    /**
     * An account by what its custodian calls it.
     *
     * @param nameOrId the name or the external id
     * @return the account
     * @throws WorkflowException if there is none
     */
    public AccountView require(String nameOrId) throws WorkflowException {
        Optional<AccountView> named = find("name", nameOrId);
        return named.isPresent() ? named.get() : requireId(nameOrId);
    }

    /**
     * An account by its external id, as others name it.
     *
     * @param id the external id
     * @return the account
     * @throws WorkflowException if there is none
     */
    public AccountView requireId(String id) throws WorkflowException {
        return find("id", id)
                .orElseThrow(() -> new WorkflowException(
                        "There is no account '" + id + "' here.", "Name one by the id that its custodian gave."));
    }

    /**
     * The account of a key.
     *
     * @param key any key
     * @return its account, if it is a client's
     */
    public Optional<AccountView> of(PublicKey key) {
        return find("keyDigest", digest(key));
    }

    /**
     * What this custodian calls the accounts of keys.
     *
     * @return the names by the keys
     */
    public Map<PublicKey, String> names() {
        Map<PublicKey, String> names = new HashMap<>();
        all().forEach(account -> names.put(account.getKey(), account.getName()));
        return names;
    }

    private Optional<AccountView> find(String column, String value) {
        return Optional.ofNullable(services.withEntityManager(database -> {
                    return database
                            .createQuery(
                                    "select a from CountersignAccount a where a." + column + " = :wanted",
                                    Account.class)
                            .setParameter("wanted", value)
                            .getResultList()
                            .stream()
                            .findFirst()
                            .orElse(null);
                }))
                .map(Accounts::view);
    }

    private static AccountView view(Account account) {
        return new AccountView(
                account.getId(),
                account.getName(),
                Crypto.decodePublicKey(Base64.getDecoder().decode(account.getHolderKey())),
                account.getOpenedAt());
    }

    static String digest(PublicKey key) {
        return SecureHash.sha256(key.getEncoded()).toString();
    }
}
