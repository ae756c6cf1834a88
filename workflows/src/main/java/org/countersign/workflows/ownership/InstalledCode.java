package org.countersign.workflows.ownership;

import net.corda.core.contracts.Attachment;
import net.corda.core.contracts.ContractAttachment;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.workflows.validation.Refusal;

/**
 * Whether a transaction runs under the contracts that this registrar's operator has installed.
 *
 * <p>A state's signature constraint is satisfied by every jar that the same key has signed, older and newer ones, and
 * the proposer chooses which one to attach. Corda compares no versions. So whoever found a gap in an old version could
 * go back to it, and whoever has the signing key could bring rules that nobody has looked at. Registrars accept
 * neither: new contracts count when the operators of a quorum of registrars have installed them, and old ones no longer
 * from then on.
 */
final class InstalledCode {
    // How Corda marks what was in the cordapps directory when the node started.
    private static final String INSTALLED = "app";

    private InstalledCode() {}

    /**
     * Checks the contracts of a transaction.
     *
     * @throws RegisterAssessment.Refused if a contract's jar was never installed here, or a later one is
     */
    static void check(ServiceHub services, LedgerTransaction ledger) throws RegisterAssessment.Refused {
        for (Attachment attachment : ledger.getAttachments()) {
            if (attachment instanceof ContractAttachment) {
                ContractAttachment code = (ContractAttachment) attachment;
                int installed = installedVersion(services, code.getContract());
                if (!INSTALLED.equals(code.getUploader()) || code.getVersion() < installed) {
                    throw RegisterAssessment.refused(
                            RegisterRequirement.CODE_INSTALLED,
                            Refusal.CHECK_FAILED,
                            "The contract " + code.getContract() + " is attached in version " + code.getVersion()
                                    + " with the digest " + code.getId()
                                    + ", which is not what is installed here, version " + installed + ".");
                }
            }
        }
    }

    private static int installedVersion(ServiceHub services, String contract) {
        SecureHash installed = services.getCordappProvider().getContractAttachmentID(contract);
        Attachment attachment =
                installed == null ? null : services.getAttachments().openAttachment(installed);
        return attachment instanceof ContractAttachment
                ? ((ContractAttachment) attachment).getVersion()
                : Integer.MAX_VALUE;
    }
}
