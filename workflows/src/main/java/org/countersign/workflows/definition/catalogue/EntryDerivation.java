package org.countersign.workflows.definition.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.corda.core.contracts.Attachment;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.PolicyJar;
import org.countersign.language.ledger.LedgerMapping;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.search.CatalogueFact;
import org.countersign.language.search.CatalogueFacts;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/**
 * Makes entries of definitions: from the source in the pinned jar and the state on the ledger, and from nothing else,
 * so that every registrar comes to the same at any time.
 */
final class EntryDerivation {
    /** How facts are derived by this code; one more whenever it makes other facts of the same source. */
    static final int CURRENT = 1;

    private static final int WITHOUT_SOURCE = 0;

    private final ServiceHub services;

    EntryDerivation(ServiceHub services) {
        this.services = services;
    }

    /** What the catalogue is to have of a definition. */
    PublicEntry of(StateAndRef<SecurityDefinitionState> found) {
        SecurityDefinitionState definition = found.getState().getData();
        String issuer = definition.getIssuer().getName().toString();
        List<CatalogueFact> facts = new ArrayList<>();
        int derivation = CURRENT;
        if (definition.getPinnedRules() == null) {
            facts.addAll(CatalogueFacts.of(definition.getTerms(), issuer));
        } else {
            SecurityLanguage language = SecurityLanguage.ofLedger();
            Optional<SecurityModel> model = model(definition, language);
            // What cannot be read may keep anything back.
            derivation = model.isPresent() ? CURRENT : WITHOUT_SOURCE;
            facts.addAll(model.map(read -> CatalogueFacts.of(read, language.getCatalogue()))
                    .orElseGet(() -> CatalogueFacts.least(definition.getTerms().getSymbol(), issuer)));
        }
        facts.addAll(CatalogueFacts.ofRegistrars(definition.getStatus(), registered(found)));
        return new PublicEntry(
                definition.getLinearId().getExternalId(),
                definition.getValidationPolicy().ownership().getCommittee().getExternalId(),
                definition.getTerms().getSymbol(),
                definition.getVersion(),
                derivation,
                facts);
    }

    private Optional<SecurityModel> model(SecurityDefinitionState definition, SecurityLanguage language) {
        PinnedRules pins = definition.getPinnedRules();
        Attachment jar = services.getAttachments().openAttachment(pins.getJar());
        if (jar == null) {
            return Optional.empty();
        }
        try (ZipInputStream entries = new ZipInputStream(jar.open())) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(PolicyJar.SOURCE)) {
                    byte[] source = read(entries);
                    return SecureHash.sha256(source).equals(pins.getSource())
                            ? language.check(SourceText.read(PolicyJar.SOURCE, source))
                                    .getModel()
                                    .filter(model -> isOf(definition, model, language))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException | UnreadableSourceException | RuntimeException unreadable) {
            // The definition is on the ledger whatever becomes of its entry: it must still be recorded.
            return Optional.empty();
        }
    }

    private static boolean isOf(SecurityDefinitionState definition, SecurityModel model, SecurityLanguage language) {
        return new LedgerMapping(model, language.getCatalogue()).terms().equals(definition.getTerms());
    }

    // One byte more than is allowed, so that who reads it sees that it is too long.
    private static byte[] read(InputStream stream) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int read = stream.read(part);
                read >= 0 && content.size() <= SourceText.LARGEST_BYTES;
                read = stream.read(part)) {
            content.write(part, 0, read);
        }
        return content.toByteArray();
    }

    private LocalDate registered(StateAndRef<SecurityDefinitionState> found) {
        StateRef ref = found.getRef();
        int version = found.getState().getData().getVersion();
        while (ref != null && version-- > 0) {
            SignedTransaction transaction = services.getValidatedTransactions().getTransaction(ref.getTxhash());
            if (transaction == null) {
                return null;
            }
            StateRef before = before(transaction, found.getState().getData());
            if (before == null) {
                return day(transaction);
            }
            ref = before;
        }
        return null;
    }

    private StateRef before(SignedTransaction transaction, SecurityDefinitionState definition) {
        for (StateRef input : transaction.getInputs()) {
            try {
                ContractState state = services.loadState(input).getData();
                if (state instanceof SecurityDefinitionState
                        && SelfCertifyingId.same(
                                ((SecurityDefinitionState) state).getLinearId(), definition.getLinearId())) {
                    return input;
                }
            } catch (TransactionResolutionException unknown) {
                // Who did not see it registered does not know when it was.
                return input;
            }
        }
        return null;
    }

    private static LocalDate day(SignedTransaction transaction) {
        if (!(transaction.getCoreTransaction() instanceof WireTransaction)) {
            return null;
        }
        TimeWindow window = transaction.getTx().getTimeWindow();
        Instant from = window == null ? null : window.getFromTime();
        return from == null ? null : from.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
