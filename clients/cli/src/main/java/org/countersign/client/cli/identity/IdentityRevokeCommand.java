package org.countersign.client.cli.identity;

import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.WithdrawCredentialFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code identity revoke}: a provider withdraws a credential, for good or for a time. */
@Command(name = "revoke")
public final class IdentityRevokeCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "CREDENTIAL")
    private String credential;

    @Option(names = "--suspend")
    private boolean suspend;

    @Option(names = "--reinstate")
    private boolean reinstate;

    @Override
    protected LedgerWork prepare(Network chosen) {
        if (suspend && reinstate) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "--suspend and --reinstate contradict each other.",
                    "Give one of them, or neither to revoke the credential for good.");
        }
        CredentialStatus status =
                suspend ? CredentialStatus.SUSPENDED : reinstate ? CredentialStatus.VALID : CredentialStatus.REVOKED;
        return ledger -> {
            CredentialView view = ledger.run(WithdrawCredentialFlow.class, credential, status);
            return Answer.of(
                    CredentialViews.document(view),
                    "The " + view.getKind() + " credential " + view.getId() + " is " + status + ".");
        };
    }
}
