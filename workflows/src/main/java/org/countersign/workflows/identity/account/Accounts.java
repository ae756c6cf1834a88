package org.countersign.workflows.identity.account;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.Rules;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.account.AccountSchema.Account;
import org.countersign.workflows.identity.account.AccountSchema.FormerKey;

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
                    encoded(key),
                    digest(key),
                    services.getClock().instant()));
            return null;
        });
        return find("name", name).orElseThrow(IllegalStateException::new);
    }

    /** Gives an account another key; the one that it had is remembered as a former one. */
    AccountView replaceKey(String nameOrId) throws WorkflowException {
        AccountView account = require(nameOrId);
        UUID id = UUID.fromString(account.getId());
        PublicKey key = services.getKeyManagementService().freshKey(id);
        services.withEntityManager(database -> {
            database.persist(new FormerKey(
                    digest(account.getKey()),
                    account.getId(),
                    encoded(account.getKey()),
                    services.getClock().instant()));
            database.find(Account.class, account.getId()).hold(encoded(key), digest(key));
            return null;
        });
        return find("id", account.getId()).orElseThrow(IllegalStateException::new);
    }

    /** All accounts, oldest first. */
    List<AccountView> all() {
        List<AccountView> views = new ArrayList<>();
        services.withEntityManager(database -> {
            database.createQuery("select a from CountersignAccount a order by a.openedAt, a.id", Account.class)
                    .getResultList()
                    .forEach(account -> views.add(view(account, former(database, account.getId()))));
            return null;
        });
        return views;
    }

    private static List<PublicKey> former(EntityManager database, String account) {
        return database
                .createQuery(
                        "select f from CountersignFormerKey f where f.accountId = :account order by f.replacedAt",
                        FormerKey.class)
                .setParameter("account", account)
                .getResultList()
                .stream()
                .map(former -> decoded(former.getHolderKey()))
                .collect(Collectors.toList());
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
     * @return the account that it holds for, if it is a client's; none for a former key
     */
    public Optional<AccountView> of(PublicKey key) {
        return find("keyDigest", digest(key));
    }

    /**
     * What this custodian calls the accounts of keys.
     *
     * @return the names by the keys; those of former keys say so
     */
    public Map<PublicKey, String> names() {
        Map<PublicKey, String> names = new HashMap<>();
        for (AccountView account : all()) {
            account.getFormerKeys().forEach(key -> names.put(key, account.getName() + " (former key)"));
            names.put(account.getKey(), account.getName());
        }
        return names;
    }

    private Optional<AccountView> find(String column, String value) {
        return Optional.ofNullable(services.withEntityManager(database -> {
            return database
                    .createQuery("select a from CountersignAccount a where a." + column + " = :wanted", Account.class)
                    .setParameter("wanted", value)
                    .getResultList()
                    .stream()
                    .findFirst()
                    .map(account -> view(account, former(database, account.getId())))
                    .orElse(null);
        }));
    }

    private static AccountView view(Account account, List<PublicKey> former) {
        return new AccountView(
                account.getId(), account.getName(), decoded(account.getHolderKey()), account.getOpenedAt(), former);
    }

    private static String encoded(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static PublicKey decoded(String key) {
        return Crypto.decodePublicKey(Base64.getDecoder().decode(key));
    }

    static String digest(PublicKey key) {
        return SecureHash.sha256(key.getEncoded()).toString();
    }
}
